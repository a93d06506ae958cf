package org.tssj.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.RandomValues;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireTree;

/**
 * Seeded random round trips for every codec a module declares: a codec that is added is tested
 * without anybody remembering it.
 */
public final class RoundTrips {

  private static final int VALUES = 40;

  private RoundTrips() {}

  /** A codec and the constant that holds it. */
  public record Declared(String where, Codec<?> codec) {}

  /** One test per codec among the public constants of the module that {@code anchor} belongs to. */
  public static Stream<DynamicTest> ofEveryCodecIn(Class<?> anchor) {
    return ofEveryCodecIn(
        anchor, constant -> constant instanceof Codec<?> c ? Stream.of(c) : Stream.empty());
  }

  /**
   * As {@link #ofEveryCodecIn(Class)}, for modules whose constants hold codecs in other ways too.
   *
   * @param codecsOf the codecs a public constant holds
   */
  public static Stream<DynamicTest> ofEveryCodecIn(
      Class<?> anchor, Function<Object, Stream<Codec<?>>> codecsOf) {
    long seed = Long.getLong("tssj.seed", System.nanoTime());
    List<Declared> all = declaredIn(anchor, codecsOf);
    assertTrue(!all.isEmpty(), "no codec found in the module of " + anchor);
    return all.stream()
        .map(
            declared ->
                DynamicTest.dynamicTest(
                    declared.where(),
                    () -> {
                      check(declared.codec(), 1);
                      try {
                        check(declared.codec(), seed);
                      } catch (AssertionError | RuntimeException e) {
                        throw new AssertionError("run again with -Dtssj.seed=" + seed, e);
                      }
                    }));
  }

  /** All codecs among the public constants of a module's exported classes. */
  public static List<Declared> declaredIn(
      Class<?> anchor, Function<Object, Stream<Codec<?>>> codecsOf) {
    List<Declared> found = new ArrayList<>();
    for (Class<?> type : classesOf(anchor)) {
      if (!isReachable(type)) {
        continue;
      }
      for (Field field : type.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers) && Modifier.isPublic(modifiers)) {
          codecsOf
              .apply(valueOf(field))
              .peek(ignored -> comesBeforeItsArms(type))
              .forEach(
                  codec ->
                      found.add(
                          new Declared(
                              type.getName().replaceAll(".*\\.", "") + "." + field.getName(),
                              codec)));
        }
      }
    }
    return found;
  }

  /**
   * A class initialises the interfaces above it first if they have default methods: whoever makes
   * an arm of a union before anything else would find the union without that arm.
   */
  private static void comesBeforeItsArms(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      assertTrue(
          !method.isDefault(),
          () -> type + " holds a codec, so it may have no default method: " + method.getName());
    }
  }

  private static boolean isReachable(Class<?> type) {
    if (!type.getModule().isExported(type.getPackageName(), RoundTrips.class.getModule())) {
      return false;
    }
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  private static Object valueOf(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.toString(), e);
    }
  }

  private static List<Class<?>> classesOf(Class<?> anchor) {
    try {
      URI home = anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path root = Path.of(home);
      try (Stream<Path> files = Files.walk(root)) {
        List<Class<?>> classes = new ArrayList<>();
        for (Path file : files.sorted().toList()) {
          String name = root.relativize(file).toString().replace('/', '.');
          if (name.endsWith(".class") && !name.endsWith("-info.class")) {
            classes.add(
                Class.forName(
                    name.substring(0, name.length() - ".class".length()),
                    true,
                    anchor.getClassLoader()));
          }
        }
        return classes;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What is written is read as the same value; the tree covers the same octets; a form that is cut
   * anywhere, one octet longer, or changed anywhere is read or refused with a {@link
   * WireException}, and nothing else happens.
   */
  public static <T> void check(Codec<T> codec, long seed) {
    RandomValues random = new RandomValues(seed);
    for (int k = 0; k < VALUES; k++) {
      T value = codec.random(random);
      Bytes written = codec.encode(value);
      assertEquals(value, codec.decode(written), "read back from " + written);
      WireTree tree = codec.describe(written);
      assertTrue(tree.problem().isEmpty(), () -> "the tree stops: " + tree);
      assertEquals(written.length(), tree.length(), "the tree's length");
      hostile(codec, written, random);
    }
  }

  private static <T> void hostile(Codec<T> codec, Bytes written, RandomValues random) {
    for (int cut = 0; cut < Math.min(written.length(), 64); cut++) {
      readsOrRefuses(codec, written.slice(0, cut));
    }
    readsOrRefuses(codec, written.concat(Bytes.of((byte) 0)));
    for (int k = 0; k < 16 && !written.isEmpty(); k++) {
      byte[] changed = written.toArray();
      changed[random.below(changed.length)] = (byte) random.below(256);
      readsOrRefuses(codec, Bytes.wrap(changed));
    }
    readsOrRefuses(codec, random.bytesUpTo(64));
  }

  private static <T> void readsOrRefuses(Codec<T> codec, Bytes octets) {
    try {
      codec.decode(new WireReader(octets.toArray()));
    } catch (WireException expected) {
      assertTrue(!expected.path().isEmpty(), "a refusal names its place");
    }
    codec.describe(octets);
  }
}
