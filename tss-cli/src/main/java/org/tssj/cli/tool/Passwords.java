package org.tssj.cli.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.environment.Environment;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.tpm12.structure.auth.Secret;

/**
 * Passwords as C's getpass asks for them: on the terminal, which need not be where standard input
 * comes from, without showing what is typed; where there is no terminal, prompts go to standard
 * error and each password is the next line of standard input. No more lines there: an empty
 * password, which is not the well-known secret.
 */
public final class Passwords {

  private static final int LONGEST = 8192;

  private final Environment machine;
  private final Output output;

  Passwords(Environment machine, Output output) {
    this.machine = machine;
    this.output = output;
  }

  /**
   * Asks for the password of something that exists.
   *
   * @param prompt the words before the cursor, with the blank behind them
   * @param unicode whether its octets are UTF-16 with the low octet first
   * @return the secret that it stands for: 20 octets, for the caller to close
   */
  public AuthValue ask(String prompt, boolean unicode) {
    try (AuthValue password = line(prompt, "")) {
      return secret(password, unicode);
    }
  }

  /**
   * As {@link #ask}, but the line of the prompt ends where there is no terminal too, as it does
   * when OpenSSL asks.
   */
  public AuthValue askOnALine(String prompt, boolean unicode) {
    try (AuthValue password = line(prompt, "\n")) {
      return secret(password, unicode);
    }
  }

  /**
   * Asks for the password of something new, and then once more.
   *
   * @return nothing if the two differ, which has been said
   */
  public Optional<AuthValue> askNew(String prompt, boolean unicode) {
    try (AuthValue password = line(prompt, "");
        AuthValue confirmed = line("Confirm password: ", "")) {
      if (!password.equals(confirmed)) {
        output.say("Passwords didn't match\n");
        return Optional.empty();
      }
      return Optional.of(secret(password, unicode));
    }
  }

  /**
   * The secret of a password that was given as an argument, where every list of processes shows it.
   *
   * @return 20 octets, for the caller to close
   */
  public static AuthValue ofArgument(String password) {
    try (AuthValue octets = AuthValue.utf8(password)) {
      return secret(octets, false);
    }
  }

  /** The next line of standard input: the answer to a question that is no secret. */
  public String answer() {
    output.flush();
    byte[] line = new byte[LONGEST];
    try {
      int length = read(machine.in(), line);
      return new String(line, 0, length, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw FileTrouble.explained("standard input", e);
    }
  }

  private static AuthValue secret(AuthValue password, boolean unicode) {
    return password.use(octets -> unicode ? ofUtf16(octets) : AuthValue.wrap(sha1(octets)));
  }

  private static byte[] sha1(byte[] octets) {
    return Bank.SHA1.digest().digest(octets);
  }

  private static AuthValue ofUtf16(byte[] octets) {
    CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets));
    char[] chars = new char[text.remaining()];
    text.get(chars);
    Arrays.fill(text.array(), '\0');
    try {
      return Secret.ofUnicodePassword(chars);
    } finally {
      Arrays.fill(chars, '\0');
    }
  }

  private AuthValue line(String prompt, String endOfPrompt) {
    output.flush();
    Optional<char[]> typed = machine.terminal().askSecret(prompt);
    if (typed.isPresent()) {
      try {
        return AuthValue.utf8(typed.get());
      } finally {
        Arrays.fill(typed.get(), '\0');
      }
    }
    output.insist(prompt);
    byte[] line = new byte[LONGEST];
    try {
      return AuthValue.of(line, 0, read(machine.in(), line));
    } catch (IOException e) {
      throw FileTrouble.explained("standard input", e);
    } finally {
      Arrays.fill(line, (byte) 0);
      output.insist(endOfPrompt);
    }
  }

  /** Reads up to a line end, and not a byte more: the rest may be somebody else's. */
  private static int read(InputStream in, byte[] line) throws IOException {
    int length = 0;
    int octet = in.read();
    while (octet >= 0 && octet != '\n') {
      if (length == LONGEST) {
        throw new IOException("a line longer than any password");
      }
      line[length++] = (byte) octet;
      octet = in.read();
    }
    return length;
  }
}
