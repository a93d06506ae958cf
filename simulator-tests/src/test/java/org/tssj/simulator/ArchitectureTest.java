package org.tssj.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportProvider;

/** The arrows of the house: who may need whom. They point down, and nowhere else. */
class ArchitectureTest {

  /**
   * One module.
   *
   * @param name its package below {@code org.tssj}, and the end of its module's name
   * @param needs the modules it may need
   * @param foreign the packages of others that it may need, beside the JDK's
   */
  private record House(String name, Set<String> needs, String... foreign) {

    String packages() {
      return "org.tssj." + name + "..";
    }

    String module() {
      return "org.tssj." + name;
    }

    String[] allowed() {
      Stream<String> ours = Stream.concat(Stream.of(name), needs.stream());
      return Stream.concat(
              ours.map(module -> "org.tssj." + module + ".."),
              Stream.concat(
                  Stream.of("java..", "javax.crypto..", "javax.security.auth..", "org.jspecify.."),
                  Stream.of(foreign)))
          .toArray(String[]::new);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String SLF4J = "org.slf4j..";
  private static final String BOUNCY_CASTLE = "org.bouncycastle..";

  private static final List<House> LIBRARIES =
      List.of(
          new House("core", Set.of(), SLF4J),
          new House("transport", Set.of("core"), SLF4J, "com.sun.jna.."),
          new House("tpm12", Set.of("core"), SLF4J, BOUNCY_CASTLE),
          new House("tpm20", Set.of("core"), SLF4J, BOUNCY_CASTLE),
          new House(
              "attest",
              Set.of("core", "tpm12", "tpm20"),
              SLF4J,
              BOUNCY_CASTLE,
              "com.fasterxml.jackson.."),
          new House("tpm", Set.of("core", "transport", "tpm12", "tpm20", "attest"), SLF4J),
          new House(
              "junit",
              Set.of("core", "transport", "tpm12", "tpm20", "tpm"),
              SLF4J,
              "org.junit..",
              "org.opentest4j.."));

  private static final House PROGRAM =
      new House(
          "cli",
          Set.of("core", "transport", "tpm12", "tpm20", "attest", "tpm"),
          SLF4J,
          BOUNCY_CASTLE,
          "picocli..",
          "com.fasterxml.jackson..");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.tssj");

  static List<House> libraries() {
    return LIBRARIES;
  }

  static List<House> houses() {
    return Stream.concat(LIBRARIES.stream(), Stream.of(PROGRAM)).toList();
  }

  @ParameterizedTest
  @MethodSource("houses")
  void aModuleNeedsOnlyWhatIsBelowIt(House house) {
    classes()
        .that()
        .resideInAPackage(house.packages())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(house.allowed())
        .check(CLASSES);
  }

  @Test
  void everyClassBelongsToOneOfTheModules() {
    classes()
        .should()
        .resideInAnyPackage(houses().stream().map(House::packages).toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void aVerifierReachesNoTransportAndNoTpm() {
    noClasses()
        .that()
        .resideInAPackage("org.tssj.attest..")
        .should()
        .dependOnClassesThat(
            describe(
                "are a transport, or need one",
                type ->
                    type.isAssignableTo(TpmTransport.class)
                        || type.getPackageName().equals("org.tssj.core.transport")
                        || Set.of("org.tssj.tpm12.Tpm12", "org.tssj.tpm20.Tpm20")
                            .contains(type.getFullName())))
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("org.tssj.simulator.ArchitectureTest#families")
  void anEngineIsUsedByItsOwnFamilyOnly(String family) {
    classes()
        .that()
        .resideInAPackage("org.tssj." + family + ".engine..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage("org.tssj." + family + "..")
        .check(CLASSES);
  }

  static List<String> families() {
    return List.of("tpm12", "tpm20");
  }

  @Test
  void nobodyNamesThePlugsOfATransportButThroughItsConnectionString() {
    classes()
        .that()
        .implement(TpmTransportProvider.class)
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage("org.tssj.transport..")
        .check(CLASSES);
  }

  @Test
  void aLibraryPrintsNothingAndEndsNothing() {
    noClasses()
        .that()
        .resideOutsideOfPackage(PROGRAM.packages())
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }

  @Test
  void logsGoThroughSlf4j() {
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  @Test
  void nothingIsSynchronizedForVirtualThreadsWouldBePinned() {
    // A synchronized block leaves no mark that can be seen here; reviewers see it.
    codeUnits()
        .should(
            have(
                describe(
                    "no modifier synchronized",
                    unit -> !unit.getModifiers().contains(JavaModifier.SYNCHRONIZED))))
        .check(CLASSES);
  }

  @Test
  void aClassHasTheNameOfOneConcept() {
    noClasses()
        .should(have(nameMatching(".*(Util|Utils|Utilities|Helper|Helpers|Manager)")))
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsForAndThatNullIsATypeError() {
    Set<String> without =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(toCollection(TreeSet::new));

    assertEquals(Set.of(), without, "packages without a @NullMarked package-info");
  }

  @ParameterizedTest
  @MethodSource("houses")
  void roomsOfAModuleNeedEachOtherInOneDirection(House house) {
    slices()
        .matching(house.module() + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /** The same promises, as the module system keeps them. */
  @Nested
  class InModuleInfo {

    private final Map<String, ModuleDescriptor> descriptors = descriptors();

    @Test
    void everyLibraryIsAModule() {
      Set<String> expected = LIBRARIES.stream().map(House::module).collect(toSet());

      assertTrue(
          descriptors.keySet().containsAll(expected),
          () -> "modules found: " + descriptors.keySet());
    }

    @ParameterizedTest
    @MethodSource("org.tssj.simulator.ArchitectureTest#libraries")
    void aModuleRequiresOnlyWhatIsBelowIt(House house) {
      Set<String> required =
          descriptors.get(house.module()).requires().stream()
              .map(ModuleDescriptor.Requires::name)
              .filter(name -> name.startsWith("org.tssj."))
              .collect(toCollection(TreeSet::new));
      Set<String> allowed = house.needs().stream().map(name -> "org.tssj." + name).collect(toSet());

      required.removeAll(allowed);

      assertEquals(Set.of(), required, "required by " + house.module() + ", and not below it");
    }

    @ParameterizedTest
    @MethodSource("org.tssj.simulator.ArchitectureTest#families")
    void anEngineIsNotExported(String family) {
      Set<String> exported =
          descriptors.get("org.tssj." + family).exports().stream()
              .map(ModuleDescriptor.Exports::source)
              .collect(toSet());

      assertTrue(exported.contains("org.tssj." + family), () -> "exported: " + exported);
      assertTrue(
          exported.stream().noneMatch(name -> name.contains(".engine")),
          () -> "exported: " + exported);
    }

    @Test
    void bouncyCastleIsOptionalWhereOnlyKeyFilesNeedIt() {
      for (String family : families()) {
        descriptors.get("org.tssj." + family).requires().stream()
            .filter(required -> required.name().startsWith("org.bouncycastle"))
            .forEach(
                required ->
                    assertTrue(
                        required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC),
                        family + " requires " + required));
      }
    }

    @Test
    void aServiceIsFoundOnTheClassPathAsOnTheModulePath() throws IOException {
      Set<String> provided =
          descriptors.values().stream()
              .flatMap(module -> module.provides().stream())
              .filter(service -> service.service().equals(TpmTransportProvider.class.getName()))
              .flatMap(service -> service.providers().stream())
              .collect(toCollection(TreeSet::new));
      Set<String> listed = new TreeSet<>();
      for (URL list : resources("META-INF/services/" + TpmTransportProvider.class.getName())) {
        listed.addAll(lines(list));
      }

      assertTrue(!provided.isEmpty(), "no transport is provided at all");
      assertEquals(provided, listed);
    }

    private static Map<String, ModuleDescriptor> descriptors() {
      return resources("module-info.class").stream()
          .map(ArchitectureTest::descriptor)
          .filter(module -> module.name().startsWith("org.tssj."))
          .collect(toMap(ModuleDescriptor::name, module -> module, (a, b) -> a, TreeMap::new));
    }
  }

  private static ModuleDescriptor descriptor(URL where) {
    try (InputStream in = where.openStream()) {
      return ModuleDescriptor.read(in);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + where, e);
    }
  }

  private static List<URL> resources(String name) {
    try {
      return Collections.list(ArchitectureTest.class.getClassLoader().getResources(name));
    } catch (IOException e) {
      throw new IllegalStateException("cannot look for " + name, e);
    }
  }

  private static List<String> lines(URL list) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                URI.create(list.toString()).toURL().openStream(), StandardCharsets.UTF_8))) {
      return in.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
  }
}
