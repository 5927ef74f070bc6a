/** The images that scenarios need: which, whether they are there, and how they get there. */
package io.labrun.run.image;
