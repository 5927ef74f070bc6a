/** Variables: declared, given and filled in; live values are marked and left for the run. */
package io.labrun.load.vars;
