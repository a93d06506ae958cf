package org.tssj.transport.libtpms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.tssj.core.Family;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportProvider;

/** Takes {@code libtpms:} connection strings. */
public final class LibtpmsProvider implements TpmTransportProvider {

  private static final Set<String> OPTIONS =
      Set.of("family", "state", "power", "presence", "timeout");

  /** Made by {@link java.util.ServiceLoader}. */
  public LibtpmsProvider() {}

  @Override
  public String scheme() {
    return "libtpms";
  }

  @Override
  public String usage() {
    return "libtpms:family=2.0|1.2[,state=DIR][,power=keep|cycle][,presence=no|yes][,timeout=TIME]";
  }

  /**
   * Opens the TPM of this process: powered on and started.
   *
   * <ul>
   *   <li>{@code family}: {@code 2.0} (unless said) or {@code 1.2}
   *   <li>{@code state}: a directory in swtpm's format, made where it is missing; without it the
   *       TPM is new and forgotten at close
   *   <li>{@code power}: {@code keep} (unless said) resumes what the last close left, PCRs and
   *       sessions included; {@code cycle} starts afresh, as after a reboot
   *   <li>{@code presence}: {@code yes} asserts physical presence in hardware
   *   <li>{@code timeout}: TPM 2.0 is asked to give up a command that takes longer; no limit unless
   *       said
   * </ul>
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    ConnectionString.Options options = spec.options(OPTIONS);
    Family family = Family.of(options.oneOf("family", "2.0", "2.0", "1.2"));
    boolean cycle = options.oneOf("power", "keep", "keep", "cycle").equals("cycle");
    boolean presence = options.oneOf("presence", "no", "no", "yes").equals("yes");
    Duration timeout = options.duration("timeout", Duration.ZERO);
    return LibtpmsTransport.open(
        spec.toString(), family, options.text("state").map(Path::of), cycle, presence, timeout);
  }
}
