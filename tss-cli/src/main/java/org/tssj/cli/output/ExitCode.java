package org.tssj.cli.output;

/** What the program's exit codes mean. Scripts rely on them. */
public final class ExitCode {

  /** Done; for {@code verify}: trusted. */
  public static final int DONE = 0;

  /** The TPM refused, evidence was rejected, or bytes are not what they claim to be. */
  public static final int REFUSED = 1;

  /** Wrong usage: an unknown option, a value that is none, a file that is missing. */
  public static final int USAGE = 2;

  /** The TPM could not be reached. */
  public static final int UNREACHABLE = 3;

  /** A defect of this program (EX_SOFTWARE of sysexits.h). */
  public static final int DEFECT = 70;

  private ExitCode() {}
}
