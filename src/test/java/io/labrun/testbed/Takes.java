package io.labrun.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A class of tests that takes long, and so is begun early. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Takes {
  /** How many seconds it takes where nothing runs beside it. */
  int seconds();
}
