/** What a run takes for itself, so that another that takes the same must wait. */
package io.labrun.batch.lock;
