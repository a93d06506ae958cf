package org.tssj.attest.ima;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.crypto.Hashes;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * One entry of a measurement list: something was measured, and its template hash extended into a
 * PCR.
 *
 * @param number its place in the list, from 0 on
 * @param pcr the PCR, 10 unless the policy says otherwise
 * @param templateHash SHA-1 of the template data as the kernel recorded it; zeros in a violation
 * @param template which fields it has
 * @param fields the fields' octets, in the order of the template
 * @param templateData what the template hash is made of
 */
public record ImaEntry(
    int number,
    long pcr,
    Bytes templateHash,
    Template template,
    List<Bytes> fields,
    Bytes templateData) {

  /** The path of the first entry after each boot, which stands for the firmware's PCRs. */
  public static final String BOOT_AGGREGATE = "boot_aggregate";

  private static final int MD5 = 16;
  private static final Bytes ONES = Bytes.hex("ff".repeat(64));

  public ImaEntry {
    // Those are immutable already.
    fields = fields instanceof LazyFields ? fields : List.copyOf(fields);
  }

  /** The octets of a field, if the template has it. */
  public Optional<Bytes> field(String name) {
    int at = template.fields().indexOf(name);
    return at < 0 || at >= fields.size() ? Optional.empty() : Optional.of(fields.get(at));
  }

  /** The digest of the file or buffer. */
  public Optional<FileDigest> fileDigest() {
    if (template.isLegacy()) {
      return Optional.of(new FileDigest(FileDigest.IMA, "sha1", fields.get(0)));
    }
    return field("d-ng")
        .or(() -> field("d-ngv2"))
        .flatMap(FileDigest::ofField)
        .or(() -> field("d").map(ImaEntry::ofOldField));
  }

  /** Of templates that somebody made with the field of 2009: its size tells the hash. */
  private static FileDigest ofOldField(Bytes digest) {
    return new FileDigest(FileDigest.IMA, digest.length() == MD5 ? "md5" : "sha1", digest);
  }

  /** The path of the file, or the name of what else was measured. */
  public String path() {
    Bytes name = field("n-ng").or(() -> field("n")).orElse(Bytes.EMPTY);
    int end = name.length();
    while (end > 0 && name.get(end - 1) == 0) {
      end--;
    }
    return new String(name.slice(0, end).toArray(), StandardCharsets.UTF_8);
  }

  /** The file's signature: the value of its attribute security.ima; empty if it has none. */
  public Optional<Bytes> signature() {
    return field("sig").filter(sig -> !sig.isEmpty());
  }

  /**
   * The signature that is appended to the file, as kernel modules have one: PKCS #7 in DER; empty
   * if it has none.
   */
  public Optional<Bytes> moduleSignature() {
    return field("modsig").filter(sig -> !sig.isEmpty());
  }

  /** The digest that the appended signature is of: of the file without it. */
  public Optional<FileDigest> moduleDigest() {
    return field("d-modsig").flatMap(FileDigest::ofField);
  }

  /** What was measured itself: a command line, a key, a policy. */
  public Optional<Bytes> buffer() {
    return field("buf");
  }

  /**
   * Whether the kernel gave up: the file was open for writing while somebody read it, or the other
   * way round, so that no digest says what was read. The PCR is then extended with ones.
   */
  public boolean isViolation() {
    return templateHash.isZero();
  }

  /** Whether the recorded template hash is that of the template data; true for a violation. */
  public boolean isHashRight() {
    return isViolation() || Bank.SHA1.hash(templateData).equals(templateHash);
  }

  /**
   * What was extended into a bank.
   *
   * @param rule how the kernel made digests for banks other than SHA-1
   */
  public Bytes extended(Bank bank, BankRule rule) {
    return extended(bank, rule, Hashes.digest(bank));
  }

  /**
   * The same.
   *
   * @param digest of the bank, unused so far; unused again afterwards
   */
  Bytes extended(Bank bank, BankRule rule, MessageDigest digest) {
    if (bank.equals(Bank.SHA1) || rule == BankRule.PADDED) {
      // What pads pads ones too.
      Bytes sha1 = isViolation() ? ONES.slice(0, templateHash.length()) : templateHash;
      return sha1.concat(Bytes.zeros(bank.size() - templateHash.length()));
    }
    if (isViolation()) {
      return ONES.slice(0, bank.size());
    }
    templateData.update(digest);
    return Bytes.wrap(digest.digest());
  }

  /** As in {@code entry 12, /usr/bin/true}. */
  public String title() {
    return "entry " + number + ", " + path();
  }
}
