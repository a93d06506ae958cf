package org.tssj.simulator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class or test that needs programs of this machine. Where one is missing it is skipped, and the
 * reason names the package that brings it; with {@code CI=true} it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(NeedsProgramCondition.class)
public @interface NeedsProgram {

  /** The names of the programs. */
  String[] value();

  /** The Debian package that has them. */
  String inPackage();
}
