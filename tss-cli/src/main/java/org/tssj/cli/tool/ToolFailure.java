package org.tssj.cli.tool;

import java.util.Optional;

/** A tool ends before its time. What there is to say about it has been said. */
public final class ToolFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient Optional<TssResult> result;

  /** Ends with an exit code. */
  public ToolFailure(int exitCode) {
    super("exit code " + exitCode);
    this.exitCode = exitCode;
    this.result = Optional.empty();
  }

  /** Ends as tpm-tools do, because of a result. */
  public ToolFailure(TssResult result, Exception cause) {
    super(result.toString(), cause);
    this.exitCode = Tool.FAILED;
    this.result = Optional.of(result);
  }

  /** What the tool ends with. */
  public int exitCode() {
    return exitCode;
  }

  /** The result that is the reason, if one is. */
  public Optional<TssResult> result() {
    return result;
  }
}
