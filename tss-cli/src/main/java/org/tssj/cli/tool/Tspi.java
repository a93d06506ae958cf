package org.tssj.cli.tool;

import java.io.IOException;
import java.util.List;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.TpmChoice;
import org.tssj.core.Family;
import org.tssj.core.TpmException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.Tpm12;

/**
 * The TPM as the tools of before call it: each step bears the name of a TSPI function, and a step
 * that fails is an error line with that name and the number that trousers gives the failure.
 */
public final class Tspi implements AutoCloseable {

  /** A step. */
  @FunctionalInterface
  public interface Step<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** A step that answers nothing. */
  @FunctionalInterface
  public interface Deed {
    /** Does it. */
    void run() throws IOException;
  }

  private final Output output;
  private final ErrorStyle style;
  private final Tpm12 tpm;

  private Tspi(Output output, ErrorStyle style, Tpm12 tpm) {
    this.output = output;
    this.style = style;
    this.tpm = tpm;
  }

  /**
   * Connects to the first of the TPMs that can be reached.
   *
   * @param style how failures are said
   * @param name of the tool, for messages
   * @param verb what does the same on a TPM 2.0, as {@code clear} in {@code tpm clear}
   * @throws ToolFailure if none can be reached, or it is no TPM 1.2
   */
  static Tspi connect(
      Output output, ErrorStyle style, List<TpmChoice> choices, String name, String verb) {
    output.debug("Tspi_Context_Create success\n");
    TpmTransport transport = open(output, style, choices, name);
    boolean connected = false;
    try {
      requireTpm12(output, style, transport, name, verb);
      Tspi tspi = new Tspi(output, style, Tpm12.over(transport));
      output.debug("Tspi_Context_Connect success\nTspi_Context_GetTpmObject success\n");
      connected = true;
      return tspi;
    } finally {
      if (!connected) {
        closeQuietly(transport);
      }
    }
  }

  private static TpmTransport open(
      Output output, ErrorStyle style, List<TpmChoice> choices, String name) {
    StringBuilder why = new StringBuilder();
    IOException last = null;
    for (TpmChoice choice : choices) {
      try {
        return Transports.open(choice.connection());
      } catch (IOException e) {
        why.append(name + ": " + e.getMessage() + " (chosen by " + choice.source() + ")\n");
        last = e;
      } catch (IllegalArgumentException e) {
        throw new UsageException(choice.source() + ": " + e.getMessage(), e);
      }
    }
    output.complain(style.line(style.connecting(), TssResult.COMM_FAILURE) + why);
    throw new ToolFailure(
        TssResult.COMM_FAILURE, last == null ? new IOException("no TPM to choose") : last);
  }

  private static void requireTpm12(
      Output output, ErrorStyle style, TpmTransport transport, String name, String verb) {
    if (transport.endpoint().startsWith("tcsd")) {
      return; // It speaks of nothing else, and the question would be a command more.
    }
    boolean is20;
    try {
      is20 =
          Family.ofAnswer(transport.exchange(Family.question()))
              .filter(family -> family == Family.TPM20)
              .isPresent();
    } catch (IOException e) {
      output.complain(
          style.line(style.connecting(), TssResult.COMM_FAILURE)
              + name
              + ": "
              + e.getMessage()
              + "\n");
      throw new ToolFailure(TssResult.COMM_FAILURE, e);
    }
    if (is20) {
      output.complain(
          name
              + ": behind "
              + transport.endpoint()
              + " is a TPM 2.0, and under this name the program works with a TPM 1.2 alone; "
              + verb
              + "\n");
      throw new ToolFailure(Tool.FAILED);
    }
  }

  private static void closeQuietly(TpmTransport transport) {
    try {
      transport.close();
    } catch (IOException ignored) {
      // What there is to say has been said.
    }
  }

  /** The TPM, for the steps. */
  public Tpm12 tpm() {
    return tpm;
  }

  /**
   * Does one step.
   *
   * @param function what the error line calls it: the TSPI function that does it in the tool of
   *     before, or what that tool says it is doing
   * @throws ToolFailure if it fails, after the error line
   */
  public <T> T call(String function, Step<T> step) {
    T answer;
    try {
      answer = step.run();
    } catch (IOException | TpmException | WireException e) {
      throw failed(function, TssResult.of(e), e);
    }
    output.debug(function + " success\n");
    return answer;
  }

  /** As {@link #call}, for a step without an answer. */
  public void deed(String function, Deed deed) {
    call(
        function,
        () -> {
          deed.run();
          return true;
        });
  }

  /** Prints the error line and makes the failure, for the caller to throw. */
  public ToolFailure failed(String function, TssResult result, Exception cause) {
    output.complain(style.line(function, result));
    return new ToolFailure(result, cause);
  }

  @Override
  public void close() throws IOException {
    tpm.close();
    output.debug("Tspi_Context_FreeMemory success\nTspi_Context_Close success\n");
  }
}
