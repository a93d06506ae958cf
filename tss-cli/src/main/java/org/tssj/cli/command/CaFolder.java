package org.tssj.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import org.tssj.attest.identity.ca.AttestationCa;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.EndorsementCertificate;
import org.tssj.attest.identity.registration.ActivationChallenge;
import org.tssj.attest.identity.registration.PendingRegistration;
import org.tssj.attest.identity.registration.RegisteredKey;
import org.tssj.attest.identity.registration.RegistrationFile;
import org.tssj.attest.identity.registration.RegistrationRequest;
import org.tssj.attest.json.JsonValue;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.PrivateFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.file.KeyPem;
import org.tssj.tpm20.file.Pem;

/**
 * The folder of a certification authority: {@code ca.pem}, its certificate; {@code ca.key}, its
 * key, for its owner alone; {@code pending}, what waits for an answer; {@code issued}, every
 * certificate.
 *
 * @param path the folder
 */
record CaFolder(Path path) {

  static CaFolder named(String name) {
    try {
      return new CaFolder(Path.of(name));
    } catch (InvalidPathException e) {
      throw new UsageException(name + ": no name a folder can have", e);
    }
  }

  private Path certificateFile() {
    return path.resolve("ca.pem");
  }

  private Path keyFile() {
    return path.resolve("ca.key");
  }

  /** Refuses to replace an authority, whose key may be the only copy. */
  void requireAbsent() {
    for (Path file : new Path[] {certificateFile(), keyFile()}) {
      if (Files.exists(file)) {
        throw new UsageException(file + " exists already; an authority is not replaced");
      }
    }
  }

  /** Writes a new authority. */
  void write(AttestationCa authority, KeyPair keys, Environment machine) {
    PrivateFile.makeFolder(path);
    Pem key = new Pem("PRIVATE KEY", Bytes.wrap(keys.getPrivate().getEncoded()));
    PrivateFile.write(keyFile().toString(), Bytes.utf8(key.toText()));
    new OutputFile(certificateFile().toString())
        .write(machine, Bytes.utf8(authority.certificate().pem()));
  }

  /**
   * The authority in here.
   *
   * @throws UsageException if there is none
   */
  AttestationCa read(Environment machine) {
    if (!Files.exists(keyFile())) {
      throw new UsageException(path + ": no authority is in here; tpm ca init makes one");
    }
    String key =
        new String(
            new InputFile(keyFile().toString()).read(machine).toArray(), StandardCharsets.US_ASCII);
    return new AttestationCa(
        Certificate.read(new InputFile(certificateFile().toString()).read(machine)),
        KeyPem.readPair(key).getPrivate());
  }

  private Path pendingFile(Bytes challengeText) {
    return path.resolve("pending").resolve(Bank.SHA256.hash(challengeText).toHex() + ".json");
  }

  /** Keeps what is needed when the answer comes. */
  void keep(Bytes challengeText, Bytes requestText, PendingRegistration pending) {
    Path file = pendingFile(challengeText);
    PrivateFile.makeFolder(path.resolve("pending"));
    String text =
        Json.write(
            Json.object()
                .put("expected", Bytes.wrap(pending.expected().toArray()))
                .put("certified", pending.key().certificate().isPresent())
                .put("request", requestText));
    PrivateFile.write(file.toString(), Bytes.utf8(text));
  }

  /**
   * Takes what waits for the answer to a challenge; it is gone then, whatever the answer is.
   *
   * @throws UsageException if nothing does
   */
  PendingRegistration take(Bytes challengeText, Environment machine) {
    Path file = pendingFile(challengeText);
    if (!Files.exists(file)) {
      throw new UsageException(
          path
              + ": no answer is waited for to this challenge: another authority made it, or an"
              + " answer to it has come already");
    }
    JsonValue.Members kept = JsonValue.read(new InputFile(file.toString()).read(machine)).object();
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw FileTrouble.explained(file.toString(), e);
    }
    RegistrationRequest request = RegistrationFile.readRequest(kept.get("request").hex());
    ActivationChallenge challenge = RegistrationFile.readChallenge(challengeText);
    Optional<EndorsementCertificate> certificate =
        kept.get("certified").truth()
            ? request.endorsementKey().certificate().map(EndorsementCertificate::read)
            : Optional.empty();
    return new PendingRegistration(
        challenge,
        AuthValue.wrap(kept.get("expected").hex().toArray()),
        RegisteredKey.of(request, certificate));
  }

  /** Keeps a copy of a certificate. */
  Path issued(Certificate certificate, Environment machine) {
    Path folder = path.resolve("issued");
    PrivateFile.makeFolder(folder);
    Path file = folder.resolve(certificate.serialNumber().toString(16) + ".pem");
    new OutputFile(file.toString()).write(machine, Bytes.utf8(certificate.pem()));
    return file;
  }
}
