package org.tssj.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** What stands behind {@link SoftwareTpm}; tests name that one. */
public final class SoftwareTpmExtension
    implements ExecutionCondition, ParameterResolver, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(SoftwareTpmExtension.class);

  /** Made by JUnit. */
  public SoftwareTpmExtension() {}

  /**
   * Skips a class or a test whose TPM cannot be had on this machine, unless {@code CI=true}: there
   * it shall run, and fail with the reason.
   */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if ("true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("in CI nothing is skipped");
    }
    return askedBy(context).stream()
        .map(SoftwareTpm::transport)
        .distinct()
        .map(Availability::missing)
        .flatMap(Optional::stream)
        .findFirst()
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("the software TPM can be had"));
  }

  /** Every annotation that decides which TPMs what is about to run will ask for. */
  private static Set<SoftwareTpm> askedBy(ExtensionContext context) {
    Set<SoftwareTpm> asked = new LinkedHashSet<>();
    context.getElement().flatMap(SoftwareTpmExtension::annotation).ifPresent(asked::add);
    Optional<Method> test = context.getTestMethod();
    if (test.isPresent()) {
      asked.addAll(ofParameters(test.get()));
      return asked;
    }
    Class<?> testClass = context.getRequiredTestClass();
    for (Constructor<?> constructor : testClass.getDeclaredConstructors()) {
      asked.addAll(ofParameters(constructor));
    }
    ReflectionSupport.findMethods(
            testClass,
            method ->
                AnnotationSupport.isAnnotated(method, BeforeEach.class)
                    || AnnotationSupport.isAnnotated(method, AfterEach.class),
            HierarchyTraversalMode.TOP_DOWN)
        .forEach(method -> asked.addAll(ofParameters(method)));
    return asked;
  }

  private static Set<SoftwareTpm> ofParameters(Executable executable) {
    return List.of(executable.getParameters()).stream()
        .map(SoftwareTpmExtension::annotation)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Optional<SoftwareTpm> annotation(AnnotatedElement element) {
    return AnnotationSupport.findAnnotation(element, SoftwareTpm.class);
  }

  /** The constructor's TPM belongs to the test too, not to the class. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    // An annotated parameter of another type is ours, to be refused with a reason.
    return parameter.isAnnotated(SoftwareTpm.class)
        || TestTpm.VIEWS.contains(parameter.getParameter().getType())
            && asked(parameter, context).isPresent();
  }

  private static Optional<SoftwareTpm> asked(ParameterContext parameter, ExtensionContext context) {
    Optional<SoftwareTpm> own = parameter.findAnnotation(SoftwareTpm.class);
    Optional<ExtensionContext> around = Optional.of(context);
    while (own.isEmpty() && around.isPresent()) {
      own = around.get().getElement().flatMap(SoftwareTpmExtension::annotation);
      around = around.get().getParent();
    }
    return own;
  }

  @Override
  public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
    Class<?> type = parameterContext.getParameter().getType();
    Settings settings = Settings.of(asked(parameterContext, context).orElseThrow());
    TestTpm.requireView(type, settings);
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          parameterContext.getDeclaringExecutable().getName()
              + " runs once for all tests of a class, and @SoftwareTpm makes a TPM for each test");
    }
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(TestTpms.class, key -> new TestTpms(), TestTpms.class)
        .view(type, settings, context);
  }

  /** Powers the test's TPMs off, and fails a test that succeeded but left something loaded. */
  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    // Taken out of the store, which would close it again; what stays in it, for a test that never
    // began because another parameter failed, the store closes.
    TestTpms tpms = context.getStore(NAMESPACE).remove(TestTpms.class, TestTpms.class);
    if (tpms != null) {
      try (tpms) {
        if (context.getExecutionException().isEmpty()) {
          tpms.requireNothingLeft();
        }
      }
    }
  }
}
