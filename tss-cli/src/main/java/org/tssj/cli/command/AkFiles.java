package org.tssj.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * The files of an attestation key, which differ in what stands behind a common prefix.
 *
 * <p>TPM 2.0: {@code .pub} TPM2B_PUBLIC, {@code .priv} TPM2B_PRIVATE, as tpm2-tools have them. TPM
 * 1.2: {@code .blob} TPM_KEY, {@code .pub} the TSS blob of TPM_PUBKEY in DER, as tpm-quote-tools
 * have them. Both: {@code .pem} the public key.
 *
 * @param prefix the path without what stands behind it
 */
record AkFiles(String prefix) {

  private static final String NAME_IN_FOLDER = "ak";
  private static final int PEM_LINE = 64;

  /** By prefix, by folder (where the files are called {@code ak}), or by one of the files. */
  static AkFiles named(String name) {
    if (Files.isDirectory(Path.of(name))) {
      return new AkFiles(Path.of(name).resolve(NAME_IN_FOLDER).toString());
    }
    return new AkFiles(name.replaceFirst("\\.(pub|priv|blob|pem)$", ""));
  }

  /**
   * Refuses to replace a key, of which this may be the only copy.
   *
   * @throws UsageException if one of the files is there
   */
  void requireAbsent() {
    for (String end : List.of(".pub", ".priv", ".blob", ".pem")) {
      if (Files.exists(Path.of(prefix + end))) {
        throw new UsageException(
            prefix + end + " exists already; --force replaces it, and the key in it is lost");
      }
    }
  }

  /**
   * Writes a key.
   *
   * @return the files by what is in them
   */
  Map<String, String> write(AttestationKey key, Environment machine) {
    Map<String, String> written = new LinkedHashMap<>();
    if (key.family() == Family.TPM20) {
      write("public", ".pub", key.publicArea(), written, machine);
      write("private", ".priv", key.privateArea(), written, machine);
    } else {
      Bytes der = AttestationPublicKeyFile.tssBlob(PubKey.CODEC.decode(key.publicArea()));
      write("public", ".pub", der, written, machine);
      write("private", ".blob", key.privateArea(), written, machine);
    }
    write("pem", ".pem", pem(key), written, machine);
    return written;
  }

  private void write(
      String what, String end, Bytes octets, Map<String, String> written, Environment machine) {
    new OutputFile(prefix + end).write(machine, octets);
    written.put(what, prefix + end);
  }

  private static Bytes pem(AttestationKey key) {
    Base64.Encoder lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'});
    return Bytes.utf8(
        "-----BEGIN PUBLIC KEY-----\n"
            + lines.encodeToString(key.publicKey().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
  }

  /**
   * Reads a key, of the family that the files there are of.
   *
   * @throws UsageException if there are none
   * @throws org.tssj.core.wire.WireException if they hold no key
   */
  AttestationKey read(Environment machine) {
    if (Files.exists(Path.of(prefix + ".blob"))) {
      return AttestationKey.ofTpm12(new InputFile(prefix + ".blob").read(machine));
    }
    if (Files.exists(Path.of(prefix + ".priv"))) {
      return AttestationKey.ofTpm20(
          new InputFile(prefix + ".pub").read(machine),
          new InputFile(prefix + ".priv").read(machine));
    }
    throw new UsageException(
        "there is neither "
            + prefix
            + ".priv (a key of a TPM 2.0) nor "
            + prefix
            + ".blob (of a TPM 1.2); tpm ak create writes them");
  }
}
