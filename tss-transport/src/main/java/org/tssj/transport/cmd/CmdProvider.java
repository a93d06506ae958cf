package org.tssj.transport.cmd;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportProvider;
import org.tssj.transport.link.Frames;

/** Takes {@code cmd:} connection strings. */
public final class CmdProvider implements TpmTransportProvider {

  private static final Set<String> OPTIONS = new TreeSet<>(Set.of("connect", "timeout", "max"));

  // A program that holds a TPM saves the TPM's state when its input ends.
  private static final Duration LEAVING = Duration.ofSeconds(10);

  // Room for the first question and its answer.
  private static final int LEAST_LARGEST = 64;

  /** Made by {@link java.util.ServiceLoader}. */
  public CmdProvider() {}

  @Override
  public String scheme() {
    return "cmd";
  }

  @Override
  public String usage() {
    return "cmd:[connect=TIME ][timeout=TIME ]PROGRAM [ARGUMENT ...], as in cmd:ssh host tpm pipe";
  }

  /**
   * Starts a program, which takes commands on its standard input and gives responses on its
   * standard output.
   *
   * <p>The command line is split at blanks; single quotes, double quotes and backslashes keep them;
   * no shell takes part. Words before the program, separated by blanks too, are options:
   *
   * <ul>
   *   <li>{@code connect}: how long it may take until the program has given its first answer; 30 s
   *       unless said
   *   <li>{@code timeout}: how long a command may take; 10 minutes unless said
   *   <li>{@code max}: octets of the largest command and response; 8192 unless said
   *   <li>{@code NAME=value}, in capitals, sets a variable in the program's environment
   * </ul>
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    CommandLine command = CommandLine.parse(spec.rest(), OPTIONS);
    var options = new ConnectionString.Options(spec, command.options());
    return CmdTransport.open(
        new CmdTransport.Settings(
            spec.toString(),
            options.duration("connect", Duration.ofSeconds(30)),
            options.duration("timeout", Duration.ofMinutes(10)),
            LEAVING,
            options.number("max", LEAST_LARGEST, 1 << 20, Frames.LARGEST)),
        command);
  }
}
