/** Text with positions in it, what is wrong with it, and how that is shown; imports nothing. */
package io.labrun.source;
