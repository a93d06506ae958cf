package org.tssj.cli.environment;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The terminal that a process was started from, as C's getpass finds it: it is asked even while
 * standard input and output are files or pipes. On a machine without /dev/tty, or for a process
 * without a terminal, nobody is there.
 */
public final class ControllingTerminal implements Terminal {

  private static final File TTY = new File("/dev/tty");
  private static final int LONGEST = 4096;

  @Override
  public Optional<char[]> askSecret(String prompt) {
    try (InputStream in = new FileInputStream(TTY);
        OutputStream out = new FileOutputStream(TTY)) {
      return ask(prompt, in, out);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<char[]> ask(String prompt, InputStream in, OutputStream out)
      throws IOException {
    String before;
    try {
      before = stty("-g");
    } catch (IOException e) {
      // A terminal, but no program to keep it from showing what is typed: better asked by Java.
      return Terminal.ofProcess().askSecret(prompt);
    }
    Thread restore = new Thread(() -> sttyQuietly(before));
    Runtime.getRuntime().addShutdownHook(restore); // For whoever types an interrupt instead.
    try {
      stty("-echo");
      out.write(prompt.getBytes(StandardCharsets.UTF_8));
      char[] line = line(new InputStreamReader(in, Charset.defaultCharset()));
      out.write('\n');
      return Optional.of(line);
    } finally {
      sttyQuietly(before);
      Runtime.getRuntime().removeShutdownHook(restore);
    }
  }

  private static char[] line(Reader in) throws IOException {
    char[] room = new char[LONGEST];
    int length = 0;
    for (int c = in.read(); c >= 0 && c != '\n' && length < LONGEST; c = in.read()) {
      room[length++] = (char) c;
    }
    char[] line = Arrays.copyOf(room, length);
    Arrays.fill(room, '\0');
    return line;
  }

  private static void sttyQuietly(String setting) {
    try {
      stty(setting);
    } catch (IOException ignored) {
      // The terminal is gone, and its settings with it.
    }
  }

  private static String stty(String setting) throws IOException {
    Process stty =
        new ProcessBuilder("stty", setting)
            .redirectInput(TTY)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    try {
      if (stty.waitFor() != 0) {
        throw new IOException("stty " + setting + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stty ran", e);
    }
    return said.strip();
  }
}
