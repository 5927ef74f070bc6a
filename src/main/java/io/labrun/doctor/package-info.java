/**
 * What the machine lacks for running scenarios, the command that mends each lack, and the mending.
 *
 * <p>{@link io.labrun.doctor.Doctor} is the way in; a {@code DoctorCheck} looks at one thing, a
 * {@code DoctorFix} mends one.
 */
package io.labrun.doctor;
