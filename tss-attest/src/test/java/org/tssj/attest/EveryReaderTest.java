package org.tssj.attest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Every public method of this module that reads octets ({@code read...} or {@code find...} of one
 * {@link Bytes}), also one that nobody has written yet: whatever it gets, it answers or says what
 * is wrong by {@link WireException}.
 */
class EveryReaderTest {

  private static final int MUTATIONS = 10;

  /** A reader, named in the report as one calls it. */
  private record Reader(Method method) {
    void read(Bytes octets) {
      try {
        assertNotNull(String.valueOf(method.invoke(null, octets)));
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof WireException refused)) {
          throw new AssertionError(this + " of " + shown(octets), e.getCause());
        }
        assertNotNull(refused.getMessage());
        assertFalse(refused.getMessage().isEmpty());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String shown(Bytes octets) {
      return octets.length() <= 2000 ? octets.toHex() : octets.length() + " bytes";
    }

    @Override
    public String toString() {
      return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
  }

  private static List<Reader> readers() throws IOException, URISyntaxException {
    Path classes =
        Path.of(EventLog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Reader> readers = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .sorted()
          .forEach(file -> addReaders(file, readers));
    }
    return readers;
  }

  private static void addReaders(String file, List<Reader> readers) {
    Class<?> type;
    try {
      type = Class.forName(file.replace(".class", "").replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    if (Modifier.isPublic(type.getModifiers())) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(
              method ->
                  Modifier.isPublic(method.getModifiers())
                      && Modifier.isStatic(method.getModifiers())
                      && method.getName().matches("(read|find)\\w*")
                      && Arrays.equals(method.getParameterTypes(), new Class<?>[] {Bytes.class}))
          .map(Reader::new)
          .forEach(readers::add);
    }
  }

  /** What others made, and the beginnings by which forms are told. */
  private static List<Bytes> models() throws IOException, URISyntaxException {
    List<Bytes> models = new ArrayList<>();
    var vectors = EveryReaderTest.class.getResource("/vectors");
    assertNotNull(vectors);
    try (Stream<Path> files = Files.walk(Path.of(vectors.toURI()))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        models.add(Bytes.wrap(Files.readAllBytes(file)));
      }
    }
    for (String beginning :
        new String[] {
          "{\"digests\":{\"/bin/a\":[\"" + "ab".repeat(32) + "\"]},\"excludes\":[\"/tmp\"]}",
          "[1,-2.5e3,\"\\u00e9\",null,true,{}]",
          "Intel(R) TXT LCP_POLICY_DATA\0\0\0\0\0\0\0\1\0\1\0\0",
          "TXT Event Container\0",
          "MZ",
          "TPM2",
          "10 " + "ab".repeat(20) + " ima-ng sha256:" + "cd".repeat(32) + " /bin/a b",
          "sha256:\n  0 : 0x" + "ef".repeat(32) + "\n",
          "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n"
        }) {
      models.add(Bytes.utf8(beginning));
    }
    models.add(Bytes.hex("1f8b0800000000000003"));
    models.add(Bytes.hex("7f454c460101010000000000000000000200030001000000"));
    models.add(Bytes.hex("3080".repeat(5000)));
    return models;
  }

  @ParameterizedTest
  @MethodSource("readers")
  void answersOrSaysWhatIsWrong(Reader reader) throws Exception {
    List<Bytes> models = models();
    for (Bytes model : models) {
      reader.read(model);
      Mutations.of(model, 36, MUTATIONS, reader::read);
    }
    Random random = new Random(37);
    for (int i = 0; i < 500; i++) {
      byte[] octets = new byte[random.nextInt(200)];
      random.nextBytes(octets);
      reader.read(Bytes.wrap(octets));
    }
    reader.read(Bytes.EMPTY);
  }

  @Test
  void areAllFound() throws Exception {
    List<String> names = readers().stream().map(Reader::toString).toList();
    for (String each :
        List.of("EventLog.read", "MeasurementList.read", "TxtHeap.read", "JsonValue.read")) {
      assertTrue(names.contains(each), names::toString);
    }
    if (names.size() < 20) {
      fail("only " + names);
    }
  }
}
