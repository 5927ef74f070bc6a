/**
 * What will be done, in which order and under which names: pure, nothing here touches an engine.
 */
package io.labrun.plan;
