package org.tssj.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.Padding;
import org.tssj.cli.key.PublicPart;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.key.Binding;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.file.KeyPem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm encrypt}: encrypts for an RSA key of a TPM. */
@Command(
    name = "encrypt",
    header = "Encrypt for an RSA key",
    description =
        "tpm decrypt is the other end. No TPM is needed, but where the key is known to it alone. For"
            + " a key of a TPM 1.2 the data is bound as a TSS binds it.")
final class EncryptVerb extends Verb {

  private static final int MOST = 512;

  @Parameters(
      index = "0",
      paramLabel = "KEY",
      description = "A public key in PEM, or the key: " + KeyName.GRAMMAR + ".")
  KeyName key;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      arity = "0..1",
      description = "What is encrypted. Without it: standard input.")
  InputFile file = new InputFile("-");

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description = "oaep (without this option) or pkcs1; a key of a TPM 1.2 has its own.")
  Padding padding = Padding.OAEP;

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description = "The hash of oaep. Without it: sha256.")
  Bank hash = Bank.SHA256;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes. Without it: standard output.")
  OutputFile out = new OutputFile("-");

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  public Report run(Environment machine) throws IOException {
    if (json && out.isStandardOutput()) {
      throw new UsageException("--json needs --out: both want standard output");
    }
    Bytes encrypted;
    try (AuthValue data = file.readSecret(machine, MOST, tooMuch())) {
      encrypted = encrypt(data, machine);
    }
    out.write(machine, encrypted);
    return Report.done(Json.object().put("file", out.name()).put("length", encrypted.length()), "");
  }

  private static String tooMuch() {
    return "RSA encrypts less than its modulus: encrypt a random key, and the data with that";
  }

  private Bytes encrypt(AuthValue data, Environment machine) throws IOException {
    Optional<PublicKey> pem = pem(machine);
    if (pem.isPresent()) {
      return encrypt(pem.get(), data);
    }
    PublicPart part = new KeyReading(this, storage).of(key, machine);
    if (part instanceof PublicPart.Of12 of12) {
      TpmKey bind = of12.key();
      try {
        return Binding.encrypt(bind.toPubKey(), bind.keyUsage(), data);
      } catch (IllegalArgumentException e) {
        throw new UsageException(key + ": " + e.getMessage(), e);
      }
    }
    return encrypt(part.toJava(), data);
  }

  private Optional<PublicKey> pem(Environment machine) {
    if (!(key instanceof KeyName.Stored stored) || !Files.isRegularFile(Path.of(stored.file()))) {
      return Optional.empty();
    }
    String text =
        new String(
            new InputFile(stored.file()).read(machine).toArray(), StandardCharsets.ISO_8859_1);
    if (!text.contains("-----BEGIN PUBLIC KEY-----")) {
      return Optional.empty();
    }
    try {
      return Optional.of(KeyPem.readPublic(text));
    } catch (WireException e) {
      throw e.within(stored.file());
    }
  }

  private Bytes encrypt(PublicKey rsa, AuthValue data) {
    if (!(rsa instanceof RSAPublicKey)) {
      throw new UsageException(
          key + " is no RSA key: elliptic curves agree on secrets and encrypt nothing");
    }
    try {
      Cipher cipher;
      if (padding == Padding.OAEP) {
        cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
            Cipher.ENCRYPT_MODE,
            rsa,
            new OAEPParameterSpec(
                hash.javaName(),
                "MGF1",
                new MGF1ParameterSpec(hash.javaName()),
                PSource.PSpecified.DEFAULT));
      } else {
        cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, rsa);
      }
      byte[] octets = data.toArray();
      try {
        return Bytes.wrap(cipher.doFinal(octets));
      } finally {
        java.util.Arrays.fill(octets, (byte) 0);
      }
    } catch (GeneralSecurityException e) {
      throw new UsageException(
          file + ": " + data.length() + " octets do not fit the key; " + tooMuch(), e);
    }
  }
}
