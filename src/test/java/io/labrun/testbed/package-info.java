/** What the tests need of the machine, brought by themselves. */
package io.labrun.testbed;
