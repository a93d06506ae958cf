package org.tssj.simulator.vm;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.tssj.core.transport.TpmTransportProvider;

/** A Java runtime for the guest, and the part of the class path that its program needs. */
final class GuestJava {

  private static final List<String> CLASSES =
      List.of(
          "org/tssj/simulator/vm/InGuest.class",
          "org/tssj/core/Family.class",
          "org/tssj/transport/swtpm/SwtpmProcess.class",
          "com/sun/jna/Native.class",
          "org/slf4j/Logger.class",
          "org/junit/jupiter/api/Test.class",
          "org/junit/jupiter/engine/JupiterTestEngine.class",
          "org/junit/platform/commons/JUnitException.class",
          "org/junit/platform/engine/TestEngine.class",
          "org/junit/platform/launcher/Launcher.class",
          "org/opentest4j/AssertionFailedError.class",
          "META-INF/services/" + TpmTransportProvider.class.getName());

  private GuestJava() {}

  /**
   * Links a small runtime, once for each JDK, with its class-data archive: a JVM starts in half the
   * time with it, which counts where every instruction is emulated.
   *
   * @param directory where it is kept
   */
  static Path runtime(Path directory) throws IOException {
    Path image = directory.resolve("java-" + System.getProperty("java.version"));
    if (Files.exists(image.resolve("complete"))) {
      return image;
    }
    Files.createDirectories(directory);
    Tool.run(directory, "rm", "-rf", image.toString());
    StringWriter words = new StringWriter();
    PrintWriter out = new PrintWriter(words);
    int status =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IOException("this JDK has no jlink"))
            .run(
                out,
                out,
                "--add-modules",
                "java.base,java.logging",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                image.toString());
    if (status != 0) {
      throw new IOException("jlink fails: " + words);
    }
    Tool.run(directory, image.resolve("bin/java").toString(), "-XX:+UseSerialGC", "-Xshare:dump");
    Files.createFile(image.resolve("complete"));
    return image;
  }

  /** Directories and archives with everything that {@link InGuest} needs. */
  static Set<Path> classPath() throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    ClassLoader loader = GuestJava.class.getClassLoader();
    for (String name : CLASSES) {
      List<URL> all = Collections.list(loader.getResources(name));
      if (all.isEmpty()) {
        throw new IOException("not on the class path: " + name);
      }
      for (URL url : all) {
        found.add(root(url, name));
      }
    }
    return found;
  }

  private static Path root(URL url, String name) throws IOException {
    if (url.openConnection() instanceof JarURLConnection jar) {
      return Path.of(jar.getJarFileURL().getPath());
    }
    String path = url.getPath();
    return Path.of(path.substring(0, path.length() - name.length()));
  }
}
