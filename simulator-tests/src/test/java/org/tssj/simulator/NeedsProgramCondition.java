package org.tssj.simulator;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What stands behind {@link NeedsProgram}. */
final class NeedsProgramCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<NeedsProgram> needs =
        context
            .getElement()
            .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsProgram.class));
    List<String> missing =
        needs.stream()
            .flatMap(some -> List.of(some.value()).stream())
            .filter(program -> !onPath(program))
            .toList();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("the programs are there");
    }
    String reason =
        "missing on this machine: "
            + String.join(", ", missing)
            + "; install the package "
            + needs.orElseThrow().inPackage();
    if (Ci.isRunning()) {
      throw new IllegalStateException(reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }

  private static boolean onPath(String program) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
