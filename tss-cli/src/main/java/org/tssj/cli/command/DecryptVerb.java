package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.OpenKey20;
import org.tssj.cli.key.Padding;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.command.asymmetric.RsaDecrypt;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.object.RsaParms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm decrypt}: decrypts with an RSA key. */
@Command(
    name = "decrypt",
    header = "Decrypt with an RSA key",
    description = {
      "TPM 2.0: what OpenSSL or tpm encrypt encrypted for the public key. TPM 1.2: TPM_UnBind, of"
          + " what a TSS or tpm encrypt bound.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class DecryptVerb extends TpmVerb {

  @Parameters(index = "0", paramLabel = "KEY", description = "The key: " + KeyName.GRAMMAR + ".")
  KeyName key;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      arity = "0..1",
      description = "What is decrypted. Without it: standard input.")
  InputFile file = new InputFile("-");

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description = "TPM 2.0: oaep (without this option) or pkcs1.")
  Optional<Padding> padding = Optional.empty();

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description = "TPM 2.0: the hash of oaep. Without it: sha256.")
  Optional<Bank> hash = Optional.empty();

  @Mixin SecretOutput output = new SecretOutput();

  @Mixin ObjectUse object = new ObjectUse();

  @Override
  void check() {
    output.check(json);
    if (!file.name().equals("-")) {
      file.readablePath();
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Bytes encrypted = file.read(machine);
    try (AuthValue data =
        tpm.family() == Family.TPM20
            ? decrypt20(tpm, machine, encrypted)
            : decrypt12(tpm, machine, encrypted)) {
      return output.write(machine, json, tpm.family(), data);
    }
  }

  private AuthValue decrypt20(Tpm tpm, Environment machine, Bytes encrypted) throws IOException {
    return object.on20(
        tpm,
        machine,
        key,
        "the key",
        ready -> {
          OpenKey20 open = ready.key();
          RsaDecrypt command =
              new RsaDecrypt(
                  open.object().handle(), encrypted, scheme(open, encrypted), Bytes.EMPTY);
          return open.execute(command, ready.secret(), ready.answers()).message();
        });
  }

  private Scheme scheme(OpenKey20 open, Bytes encrypted) {
    if (!(open.object().publicArea().parameters() instanceof RsaParms rsa)) {
      throw new UsageException(
          key
              + " is a key of "
              + open.object().publicArea().type()
              + ", and tpm decrypt takes RSA keys: elliptic curves agree on secrets and decrypt"
              + " nothing");
    }
    if (encrypted.length() != rsa.keyBits() / Byte.SIZE) {
      throw new UsageException(
          file
              + ": what was encrypted for this key has "
              + rsa.keyBits() / Byte.SIZE
              + " octets, this has "
              + encrypted.length());
    }
    boolean own = !rsa.scheme().scheme().equals(AlgorithmId.NULL);
    return own ? Scheme.NULL : padding.orElse(Padding.OAEP).scheme(hash.orElse(Bank.SHA256));
  }

  private AuthValue decrypt12(Tpm tpm, Environment machine, Bytes encrypted) throws IOException {
    if (padding.isPresent() || hash.isPresent()) {
      throw new UsageException(
          "--scheme and --hash are for a TPM 2.0; a key of a TPM 1.2 has its own");
    }
    return object.on12(
        tpm,
        machine,
        "the key",
        (below, secret) -> below.open(key, secret).unbind(encrypted));
  }
}
