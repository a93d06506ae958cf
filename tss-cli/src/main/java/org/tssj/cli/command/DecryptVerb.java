package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.OpenKey20;
import org.tssj.cli.key.Padding;
import org.tssj.cli.output.Json;
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

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where the data goes; only its owner may read the file. Without it: standard output.")
  Optional<OutputFile> out = Optional.empty();

  @Option(
      names = "--auth",
      paramLabel = "SECRET",
      description = "The key's. Without it: asks where the file says that there is one.")
  Optional<SecretSource> auth = Optional.empty();

  @Mixin PolicyUse policyUse = new PolicyUse();

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  void check() {
    if (json && out.isPresent() && out.get().isStandardOutput()) {
      throw new UsageException("--json and --out - both want standard output");
    }
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
      Json.Fields fields =
          Json.object().put("family", tpm.family().version()).put("length", data.length());
      if (out.isPresent() || !json) {
        out.orElse(new OutputFile("-")).write(machine, data);
        return Report.done(fields.put("file", out.map(OutputFile::name)), "");
      }
      return Report.done(fields.put("data", Bytes.wrap(data.toArray())), "");
    }
  }

  private AuthValue decrypt20(Tpm tpm, Environment machine, Bytes encrypted) throws IOException {
    return storage.on20(
        tpm.tpm20().orElseThrow(),
        machine,
        below -> {
          OpenKey20 open = below.open(key);
          RsaDecrypt command =
              new RsaDecrypt(
                  open.object().handle(), encrypted, scheme(open, encrypted), Bytes.EMPTY);
          try (AuthValue secret = Secrets.of(auth, open, machine, "the key", policyUse.isGiven());
              OpenSecrets secrets = new OpenSecrets()) {
            PolicyUse.Answered how =
                policyUse.of(tpm, machine, below, open.policy(), auth.isPresent(), secrets);
            return open.withPolicy(how.policy()).execute(command, secret, how.answers()).message();
          }
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
    if (policyUse.isGiven() || padding.isPresent() || hash.isPresent()) {
      throw new UsageException(
          "--scheme, --hash, --policy and --pcr are for a TPM 2.0; a key of a TPM 1.2 has its own");
    }
    try (AuthValue secret = Secrets.orEmpty(auth, machine, "the key")) {
      return storage.on12(
          tpm.tpm12().orElseThrow(), machine, below -> below.open(key, secret).unbind(encrypted));
    }
  }
}
