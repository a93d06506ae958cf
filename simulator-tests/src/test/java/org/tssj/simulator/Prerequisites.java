package org.tssj.simulator;

import com.sun.jna.NativeLibrary;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link NeedsProgram} and {@link NeedsLibrary} mean: skip with a reason, or fail where
 * everything must be there.
 */
public final class Prerequisites implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<String> missing = new ArrayList<>();
    AnnotationSupport.findAnnotation(context.getElement(), NeedsProgram.class)
        .ifPresent(
            needs -> {
              for (String program : needs.value()) {
                if (!onPath(program)) {
                  missing.add("the program " + program);
                }
              }
            });
    AnnotationSupport.findAnnotation(context.getElement(), NeedsLibrary.class)
        .ifPresent(
            needs -> {
              for (String library : needs.value()) {
                if (!loads(library)) {
                  missing.add("the library " + library);
                }
              }
            });
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("everything needed is here");
    }
    String what = "not on this machine: " + String.join(", ", missing);
    if ("true".equals(System.getenv("CI"))) {
      throw new ExtensionConfigurationException(what + "; with CI=true nothing may be missing");
    }
    return ConditionEvaluationResult.disabled(what);
  }

  private static boolean onPath(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(path)
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static boolean loads(String library) {
    try {
      NativeLibrary.getInstance(library);
      return true;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }
}
