package org.tssj.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test only where these programs are on the path. Elsewhere it is skipped, saying which one
 * is missing; with {@code CI=true} in the environment it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(Prerequisites.class)
public @interface NeedsProgram {

  /** Their names, as one types them. */
  String[] value();
}
