/** What a schema cannot say, one class a rule: its first Javadoc sentence is the rule. */
package io.labrun.load.rule;
