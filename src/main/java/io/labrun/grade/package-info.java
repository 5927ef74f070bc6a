/** Runs one exercise against what each student handed in, each by itself and within limits. */
package io.labrun.grade;
