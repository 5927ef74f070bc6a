/** What happened, in the past tense, and what came of it; reports are renderings of these. */
package io.labrun.event;
