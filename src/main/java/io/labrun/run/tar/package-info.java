/** Archives, in the one form that engines take files in. */
package io.labrun.run.tar;
