package org.tssj.cli.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.environment.Environment;

/** What a tool says: results on standard output, errors on standard error, the rest if asked. */
public final class Output {

  /** How much is said, from {@code -l}. */
  public enum Level {
    /** Not even errors. */
    NONE,
    /** Errors. */
    ERROR,
    /** What has been done too. */
    INFO,
    /** Each call too. */
    DEBUG
  }

  private final Environment machine;
  private OutputStream out;
  private Level level = Level.ERROR;

  Output(Environment machine) {
    this.machine = machine;
    this.out = new BufferedOutputStream(machine.out());
  }

  void level(Level chosen) {
    level = chosen;
  }

  /** Prints on standard output, whatever the level; the line end is the caller's. */
  public void say(String text) {
    say(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #say(String)}, for octets that are no text. */
  public void say(byte[] octets) {
    try {
      out.write(octets);
    } catch (IOException e) {
      throw FileTrouble.explained("standard output", e);
    }
  }

  /** Prints on standard output from level info on. */
  public void inform(String text) {
    if (level.compareTo(Level.INFO) >= 0) {
      say(text);
    }
  }

  /** Prints on standard output at level debug. */
  public void debug(String text) {
    if (level == Level.DEBUG) {
      say(text);
    }
  }

  /** Prints on standard error, unless the level is none. */
  public void complain(String text) {
    if (level != Level.NONE) {
      insist(text);
    }
  }

  /** Prints on standard error whatever the level is: what getopt says, and prompts. */
  public void insist(String text) {
    flush();
    machine.err().print(text);
    machine.err().flush();
  }

  /** Hands on what was printed. */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      // What cannot be printed is said once; it would be in the way of saying so.
      out = OutputStream.nullOutputStream();
      throw FileTrouble.explained("standard output", e);
    }
  }
}
