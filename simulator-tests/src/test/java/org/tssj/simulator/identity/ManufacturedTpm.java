package org.tssj.simulator.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tssj.core.Bytes;
import org.tssj.core.Family;

/**
 * A software TPM that swtpm_setup manufactured: its endorsement keys are certified by a local
 * authority, swtpm_localca, which all TPMs of one folder share.
 *
 * @param family which kind of TPM
 * @param state the folder of its state, for swtpm and for {@code libtpms:state=}
 * @param ca the folder of the authority
 */
public record ManufacturedTpm(Family family, Path state, Path ca) {

  /**
   * Makes one.
   *
   * @param folder of the authority and the TPMs
   * @param name of this one
   * @param more what swtpm_setup is told beside what it always is
   */
  public static ManufacturedTpm make(Path folder, String name, Family family, String... more)
      throws IOException, InterruptedException {
    Path ca = Files.createDirectories(folder.resolve("ca"));
    Path state = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        ca.resolve("localca.conf"),
        """
        statedir = %1$s
        signingkey = %1$s/signkey.pem
        issuercert = %1$s/issuercert.pem
        certserial = %1$s/certserial
        """
            .formatted(ca));
    Files.writeString(ca.resolve("options"), "");
    Files.writeString(
        ca.resolve("setup.conf"),
        """
        create_certs_tool = swtpm_localca
        create_certs_tool_config = %1$s/localca.conf
        create_certs_tool_options = %1$s/options
        active_pcr_banks = sha256
        """
            .formatted(ca));
    List<String> command = new ArrayList<>(List.of("swtpm_setup"));
    if (family == Family.TPM20) {
      command.add("--tpm2");
    }
    command.addAll(
        List.of(
            "--tpmstate",
            state.toString(),
            "--create-ek-cert",
            "--config",
            ca.resolve("setup.conf").toString()));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), said);
    assertEquals(0, process.exitValue(), said);
    return new ManufacturedTpm(family, state, ca);
  }

  /** The connection string of this TPM inside this JVM. */
  public String connection() {
    return "libtpms:family=" + family.version() + ",state=" + state;
  }

  /** The authority's own certificate, in PEM. */
  public Path issuer() {
    return ca.resolve("issuercert.pem");
  }

  /** The root, in PEM. */
  public Path root() {
    return ca.resolve("swtpm-localca-rootca-cert.pem");
  }

  /** A file. */
  public static Bytes read(Path file) throws IOException {
    return Bytes.wrap(Files.readAllBytes(file));
  }
}
