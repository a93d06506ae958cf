package org.tssj.cli.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.transport.TpmTransportException;

/**
 * Which TPM is meant: the one that {@code --tpm} names, else the first of {@code TSSJ_TPM}, {@code
 * TPM2TOOLS_TCTI}, {@code TSS_TCSD_HOSTNAME} or {@code TSS_TCSD_PORT}, {@code /dev/tpmrm0}, {@code
 * /dev/tpm0}, Windows' TBS.
 *
 * @param connection the connection string
 * @param source who said so, for messages
 */
public record TpmChoice(String connection, String source) {

  private static final String[] DEVICES = {"/dev/tpmrm0", "/dev/tpm0"};

  /**
   * Chooses.
   *
   * @param option what {@code --tpm} says, null if it was not given
   * @throws IllegalArgumentException if a variable of tpm2-tools names something that this program
   *     reaches in another way; the message says how
   * @throws TpmTransportException if nothing says which, and the machine has none
   */
  public static TpmChoice of(@Nullable String option, Environment machine)
      throws TpmTransportException {
    if (option != null) {
      return new TpmChoice(option, "--tpm");
    }
    Optional<TpmChoice> named =
        machine
            .variable("TSSJ_TPM")
            .map(value -> new TpmChoice(value, "TSSJ_TPM"))
            .or(
                () ->
                    machine
                        .variable("TPM2TOOLS_TCTI")
                        .map(tcti -> new TpmChoice(ofTcti(tcti), "TPM2TOOLS_TCTI")))
            .or(() -> tcsd(machine));
    if (named.isPresent()) {
      return named.get();
    }
    for (String device : DEVICES) {
      if (machine.exists().test(Path.of(device))) {
        return new TpmChoice("device:" + device, device);
      }
    }
    if (machine.isWindows()) {
      return new TpmChoice("tbs:", "Windows");
    }
    throw new TpmTransportException(
        "no TPM",
        TpmTransportException.Delivery.NOT_SENT,
        "this machine has neither /dev/tpmrm0 nor /dev/tpm0. Say which TPM you mean by --tpm or"
            + " TSSJ_TPM, for example --tpm libtpms:family=2.0 for a software TPM inside this"
            + " program",
        null);
  }

  /**
   * Chooses for a tool under its old name, in the order to be tried: {@code TSSJ_TPM} alone if it
   * is set; else the daemon that {@code TSS_TCSD_HOSTNAME} or {@code TSS_TCSD_PORT} names, alone;
   * else the daemon on this machine, since it holds the device where it runs, and then the device
   * without a resource manager (a TPM 1.2 has no other) or Windows' TBS.
   */
  public static List<TpmChoice> underOldNames(Environment machine) {
    Optional<TpmChoice> named =
        machine
            .variable("TSSJ_TPM")
            .map(value -> new TpmChoice(value, "TSSJ_TPM"))
            .or(() -> tcsd(machine));
    if (named.isPresent()) {
      return List.of(named.get());
    }
    List<TpmChoice> choices = new ArrayList<>();
    choices.add(new TpmChoice("tcsd:host=localhost", "the daemon of this machine"));
    String device = DEVICES[DEVICES.length - 1];
    if (machine.exists().test(Path.of(device))) {
      choices.add(new TpmChoice("device:" + device, device));
    }
    if (machine.isWindows()) {
      choices.add(new TpmChoice("tbs:", "Windows"));
    }
    return List.copyOf(choices);
  }

  private static Optional<TpmChoice> tcsd(Environment machine) {
    Optional<String> host = machine.variable("TSS_TCSD_HOSTNAME");
    Optional<String> port = machine.variable("TSS_TCSD_PORT");
    if (host.isEmpty() && port.isEmpty()) {
      return Optional.empty();
    }
    String connection =
        "tcsd:host=" + host.orElse("localhost") + port.map(number -> ",port=" + number).orElse("");
    return Optional.of(
        new TpmChoice(connection, host.isPresent() ? "TSS_TCSD_HOSTNAME" : "TSS_TCSD_PORT"));
  }

  /**
   * The connection string that reaches what a TCTI of tpm2-tools reaches. The two are written the
   * same way, {@code name:key=value}; what differs is that a TCTI may be a library's file name, and
   * may be the resource manager on D-Bus, which speaks a protocol of its own.
   */
  private static String ofTcti(String tcti) {
    int colon = tcti.indexOf(':');
    String loader = colon < 0 ? tcti : tcti.substring(0, colon);
    String rest = colon < 0 ? "" : tcti.substring(colon + 1);
    if (loader.equals("device")) {
      return "device:" + (rest.isEmpty() ? DEVICES[0] : rest);
    }
    if (loader.matches("swtpm|mssim|cmd")) {
      return loader + ":" + rest;
    }
    String instead = "device:/dev/tpmrm0, the kernel's own resource manager";
    String what = "a TCTI that has no counterpart here";
    if (loader.contains("tabrmd")) {
      what = "the D-Bus resource manager tpm2-abrmd, which cannot be used here";
    } else if (loader.equals("libtpms")) {
      what = "libtpms with a state file, which is written in another way here";
      instead = "libtpms:family=2.0,state=DIR";
    } else if (isLibrary(loader)) {
      what = "a TCTI library, which cannot be loaded here";
      String name = loader.replaceFirst(".*libtss2-tcti-", "").replaceFirst("\\.so.*", "");
      if (name.matches("device|swtpm|mssim|cmd")) {
        instead = name + ":" + rest;
      }
    }
    throw new IllegalArgumentException(
        "TPM2TOOLS_TCTI=" + tcti + " names " + what + ". Write TSSJ_TPM=" + instead);
  }

  private static boolean isLibrary(String loader) {
    String name = loader.toLowerCase(Locale.ROOT);
    return name.contains("/") || name.contains(".so") || name.startsWith("libtss2");
  }
}
