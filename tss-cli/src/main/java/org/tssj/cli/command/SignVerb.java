package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.DigestInfo;
import org.tssj.cli.key.OpenKey20;
import org.tssj.cli.key.SignatureFormat;
import org.tssj.cli.key.SigningScheme;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm20.key.TpmKey;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.Signature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm sign}: signs a file or a digest. */
@Command(
    name = "sign",
    header = "Sign a file or a digest",
    description = {
      "The signature is what OpenSSL takes: openssl dgst -sha256 -verify KEY.pem -signature FILE.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class SignVerb extends TpmVerb {

  @Parameters(index = "0", paramLabel = "KEY", description = "The key: " + KeyName.GRAMMAR + ".")
  KeyName key;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      arity = "0..1",
      description = "What is signed, of any size. Without it: standard input.")
  Optional<InputFile> file = Optional.empty();

  @Option(
      names = "--digest",
      paramLabel = "HEX",
      description = "The digest of what is signed, instead of a file.")
  Optional<Bytes> digest = Optional.empty();

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description =
          "The hash: sha1, sha256, sha384, sha512. Without it: the key's own, else sha256.")
  Optional<Bank> hash = Optional.empty();

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description =
          "TPM 2.0: rsassa, rsapss or ecdsa. Without it: the key's own, else rsassa or ecdsa.")
  Optional<SigningScheme> scheme = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "der (without this option): as OpenSSL has it; raw: r and s end to end; tpm:"
              + " TPMT_SIGNATURE. RSA signatures are the same in der and raw.")
  SignatureFormat format = SignatureFormat.DER;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the signature goes. Without it: standard output.")
  Optional<OutputFile> out = Optional.empty();

  @Mixin ObjectUse object = new ObjectUse();

  @Override
  void check() {
    if (json && out.isPresent() && out.get().isStandardOutput()) {
      throw new UsageException("--json and --out - both want standard output");
    }
    if (digest.isPresent() && file.isPresent()) {
      throw new UsageException("--digest and a file exclude each other");
    }
    file.filter(each -> !each.name().equals("-")).ifPresent(InputFile::readablePath);
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Signed signed = tpm.family() == Family.TPM20 ? sign20(tpm, machine) : sign12(tpm, machine);
    Json.Fields fields =
        Json.object()
            .put("family", tpm.family().version())
            .put("hash", signed.hash())
            .put("scheme", signed.scheme())
            .put("signature", signed.octets());
    if (out.isPresent() || !json) {
      out.orElse(new OutputFile("-")).write(machine, signed.octets());
    }
    return Report.done(fields.put("file", out.map(OutputFile::name)), "");
  }

  /**
   * What came out.
   *
   * @param octets the signature in the wanted format
   * @param hash of what was signed
   * @param scheme in the specification's words
   */
  private record Signed(Bytes octets, Bank hash, String scheme) {}

  private Signed sign20(Tpm tpm, Environment machine) throws IOException {
    return object.on20(
        tpm,
        machine,
        key,
        "the key",
        ready -> {
          Public area = ready.key().object().publicArea();
          SigningScheme.Chosen chosen = SigningScheme.choose(area, scheme, hash);
          Signature signature =
              area.objectAttributes().restricted()
                  ? signHashedByTpm(ready, machine, chosen)
                  : ready
                      .key()
                      .execute(
                          new org.tssj.tpm20.command.signing.Sign(
                              ready.key().object().handle(),
                              digest(machine, chosen.hash()),
                              chosen.inCommand(),
                              HashcheckTicket.NULL),
                          ready.secret(),
                          ready.answers())
                      .signature();
          return new Signed(
              format.write(signature, area), chosen.hash(), signature.sigAlg().toString());
        });
  }

  /** A restricted key signs only what the TPM hashed, and refuses what looks like its own. */
  private Signature signHashedByTpm(
      ObjectUse.Ready ready, Environment machine, SigningScheme.Chosen chosen) throws IOException {
    if (digest.isPresent()) {
      throw new UsageException(
          key + " is restricted: it signs what the TPM hashed itself, not a digest");
    }
    OpenKey20 used = ready.key();
    if (!used.isUsedByAuth()) {
      throw new UsageException(key + " is restricted and used by a policy: it quotes, tpm quote");
    }
    Bytes message = file.orElse(new InputFile("-")).read(machine);
    try (Session session = used.tpm().startSession().start()) {
      return new TpmKey(used.tpm(), used.object(), session.authorize(ready.secret()))
          .sign(message, chosen.inCommand());
    }
  }

  private Bytes digest(Environment machine, Bank bank) {
    if (digest.isPresent()) {
      if (digest.get().length() != bank.size()) {
        throw new UsageException(
            "--digest: a digest of "
                + bank
                + " has "
                + bank.size()
                + " octets, this one "
                + digest.get().length()
                + "; --hash says which hash it is of");
      }
      return digest.get();
    }
    return FileHash.of(file.orElse(new InputFile("-")), bank, machine);
  }

  private Signed sign12(Tpm tpm, Environment machine) throws IOException {
    if (format == SignatureFormat.TPM) {
      throw new UsageException("--format tpm is for a TPM 2.0; this is a TPM 1.2");
    }
    if (scheme.isPresent() && scheme.get() != SigningScheme.RSASSA) {
      throw new UsageException("a TPM 1.2 signs with rsassa alone");
    }
    return object.on12(
        tpm,
        machine,
        "the key",
        (below, secret) -> {
          OpenKey open = below.open(key, secret);
          SigScheme own = open.blob().orElseThrow().algorithmParms().sigScheme();
          boolean isSha1 = own.equals(SigScheme.RSASSAPKCS1V15_SHA1);
          Bank bank = hash.orElse(isSha1 ? Bank.SHA1 : Bank.SHA256);
          Bytes area = areaToSign(own, bank, digest(machine, bank));
          Bytes signature = open.execute(handle -> new Sign(handle, area)).sig();
          return new Signed(signature, bank, own.toString());
        });
  }

  private Bytes areaToSign(SigScheme own, Bank bank, Bytes made) {
    if (own.equals(SigScheme.RSASSAPKCS1V15_DER)) {
      return DigestInfo.of(bank, made);
    }
    if (!own.equals(SigScheme.RSASSAPKCS1V15_SHA1)) {
      throw new UsageException(key + " does not sign digests; its scheme is " + own);
    }
    if (!bank.equals(Bank.SHA1)) {
      throw new UsageException(
          key + " signs SHA-1 digests alone; tpm key create makes keys that sign any");
    }
    return made;
  }
}
