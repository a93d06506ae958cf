package org.tssj.cli.argument;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.tssj.cli.environment.Environment;
import org.tssj.core.AuthValue;

/**
 * Where a secret comes from. One grammar for every option that takes one:
 *
 * <ul>
 *   <li>{@code prompt}: asks on the terminal, without showing what is typed
 *   <li>{@code file:PATH}: the file's octets, without one line end at their end
 *   <li>{@code env:NAME}: an environment variable
 *   <li>{@code fd:NUMBER}: what can be read from an open file descriptor, without one line end
 *   <li>{@code empty}: no secret; for a TPM 1.2 the well-known one, 20 octets of zero
 *   <li>{@code hex:DIGITS}, {@code str:TEXT}: the secret itself. Everybody who can list processes
 *       sees it, so that a warning is printed
 * </ul>
 *
 * <p>Texts are taken in UTF-8. No message ever repeats a secret, not even a malformed one.
 */
public final class SecretSource {

  /** The grammar in a line, for messages. */
  public static final String GRAMMAR =
      "prompt, file:PATH, env:NAME, fd:NUMBER, empty, hex:DIGITS or str:TEXT";

  /** Asks on the terminal. */
  public static final SecretSource PROMPT = new SecretSource(Kind.PROMPT, "");

  private static final int LONGEST = 4096;

  private enum Kind {
    PROMPT,
    FILE,
    ENV,
    FD,
    EMPTY,
    HEX,
    STR
  }

  private final Kind kind;
  private final String where;

  private SecretSource(Kind kind, String where) {
    this.kind = kind;
    this.where = where;
  }

  /**
   * Reads the grammar. Nothing is opened or asked yet.
   *
   * @throws IllegalArgumentException if the text is none of it; the message does not repeat it
   */
  public static SecretSource parse(String text) {
    if (text.equals("prompt")) {
      return PROMPT;
    }
    if (text.equals("empty")) {
      return new SecretSource(Kind.EMPTY, "");
    }
    int colon = text.indexOf(':');
    String where = text.substring(colon + 1);
    Kind kind =
        switch (colon < 0 ? "" : text.substring(0, colon)) {
          case "file" -> Kind.FILE;
          case "env" -> Kind.ENV;
          case "fd" -> Kind.FD;
          case "hex" -> Kind.HEX;
          case "str" -> Kind.STR;
          default ->
              throw new IllegalArgumentException(
                  "a secret is given as " + GRAMMAR + "; what stands here is none of these");
        };
    if (kind == Kind.FD && !where.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "fd: is followed by the number of a file descriptor, as in fd:3");
    }
    return new SecretSource(kind, where);
  }

  /**
   * Fetches a secret that exists.
   *
   * @param what whose secret, as the prompt says it: {@code owner}
   * @return the secret, for the caller to close
   * @throws UsageException if it cannot be had
   */
  public AuthValue read(Environment machine, String what) {
    return read(machine, what, false);
  }

  /** Fetches a secret that is about to be set: whoever types it, types it twice. */
  public AuthValue readNew(Environment machine, String what) {
    return read(machine, what, true);
  }

  private AuthValue read(Environment machine, String what, boolean isNew) {
    return switch (kind) {
      case PROMPT -> ask(machine, what, isNew);
      case FILE -> ofFile(Path.of(where), where);
      case ENV ->
          AuthValue.utf8(
              machine
                  .variable(where)
                  .orElseThrow(
                      () ->
                          new UsageException(
                              "the environment variable "
                                  + where
                                  + " is not set, which was to hold the secret of "
                                  + what)));
      case FD -> ofDescriptor(machine);
      case EMPTY -> AuthValue.EMPTY;
      case HEX -> {
        warn(machine, what);
        yield ofHex(what);
      }
      case STR -> {
        warn(machine, what);
        yield AuthValue.utf8(where);
      }
    };
  }

  private static AuthValue ask(Environment machine, String what, boolean isNew) {
    char[] first = typed(machine, (isNew ? "New secret of " : "Secret of ") + what + ": ", what);
    try {
      if (isNew) {
        char[] second = typed(machine, "Once more: ", what);
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
          throw new UsageException("the two secrets that were typed differ");
        }
      }
      return AuthValue.utf8(first);
    } finally {
      Arrays.fill(first, '\0');
    }
  }

  private static char[] typed(Environment machine, String prompt, String what) {
    Optional<char[]> typed = machine.terminal().askSecret(prompt);
    return typed.orElseThrow(
        () ->
            new UsageException(
                "there is no terminal to ask for the secret of "
                    + what
                    + "; give it by its option, as file:PATH, env:NAME, fd:NUMBER or empty"));
  }

  private AuthValue ofDescriptor(Environment machine) {
    if (where.equals("0")) {
      return ofStream(machine.in(), "standard input");
    }
    return ofFile(Path.of("/dev/fd", where), "file descriptor " + where);
  }

  private static AuthValue ofFile(Path path, String name) {
    try (InputStream in = Files.newInputStream(path)) {
      return ofStream(in, name);
    } catch (IOException e) {
      throw FileTrouble.explained(name, e);
    }
  }

  private static AuthValue ofStream(InputStream in, String name) {
    byte[] octets = new byte[0];
    try {
      octets = in.readNBytes(LONGEST + 1);
      if (octets.length > LONGEST) {
        throw new UsageException(name + ": longer than any secret");
      }
      return AuthValue.of(octets, 0, withoutLineEnd(octets));
    } catch (IOException e) {
      throw FileTrouble.explained(name, e);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  private static int withoutLineEnd(byte[] octets) {
    int length = octets.length;
    if (length > 0 && octets[length - 1] == '\n') {
      length--;
      if (length > 0 && octets[length - 1] == '\r') {
        length--;
      }
    }
    return length;
  }

  private AuthValue ofHex(String what) {
    try {
      return AuthValue.wrap(HexFormat.of().parseHex(where));
    } catch (IllegalArgumentException e) {
      // Without its cause, whose message repeats what was given.
      throw new UsageException("the secret of " + what + " after hex: is not hexadecimal octets");
    }
  }

  private static void warn(Environment machine, String what) {
    machine
        .err()
        .println(
            "warning: the secret of "
                + what
                + " is on the command line, where everybody who lists processes can read it;"
                + " prompt, file:, env: and fd: keep it away from there");
  }

  /** Says where, never what. */
  @Override
  public String toString() {
    return switch (kind) {
      case PROMPT, EMPTY -> kind.name().toLowerCase(java.util.Locale.ROOT);
      case FILE, ENV, FD -> kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + where;
      case HEX, STR -> kind.name().toLowerCase(java.util.Locale.ROOT) + ":(hidden)";
    };
  }
}
