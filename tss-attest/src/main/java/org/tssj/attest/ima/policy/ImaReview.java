package org.tssj.attest.ima.policy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tssj.attest.Severity;
import org.tssj.attest.ima.BootAggregate;
import org.tssj.attest.ima.FileDigest;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.xattr.EvmMetadata;
import org.tssj.attest.ima.xattr.ImaKeyring;
import org.tssj.attest.ima.xattr.KernelHash;
import org.tssj.attest.ima.xattr.SecurityIma;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;

/**
 * Judges the entries of a measurement list by a policy: only those that a PCR proves, and each by
 * what the kernel wrote of it.
 */
public final class ImaReview {

  private static final int MOST_FINDINGS = 1000;
  private static final String KEYRING_OF_FILES = ".ima";

  private final MeasurementList list;
  private final ImaPolicy policy;
  private final List<ImaFinding> findings = new ArrayList<>();
  private ImaKeyring keys;

  private ImaReview(MeasurementList list, ImaPolicy policy) {
    this.list = list;
    this.policy = policy;
    this.keys = policy.keys();
  }

  /**
   * Judges the entries that are proven.
   *
   * @param proven how many entries a PCR proves, from the first one on: {@link
   *     org.tssj.attest.ima.ImaReplay#entries}
   */
  public static List<ImaFinding> of(MeasurementList list, int proven, ImaPolicy policy) {
    ImaReview review = new ImaReview(list, policy);
    review.review(proven);
    return List.copyOf(review.findings);
  }

  /**
   * Judges whether a list is of the same boot as the firmware's PCRs, by its first entry.
   *
   * @param firmware what a log of the firmware replays to, or what a TPM has quoted
   */
  public static List<ImaFinding> boot(MeasurementList list, PcrValues firmware) {
    Optional<BootAggregate> aggregate =
        list.entries().stream().findFirst().flatMap(entry -> BootAggregate.of(entry, firmware));
    if (aggregate.isEmpty()) {
      return List.of(
          of(
              Severity.ERROR,
              ImaFinding.Code.BOOT_AGGREGATE_NOT_CHECKABLE,
              OptionalInt.empty(),
              "the list does not begin with a boot_aggregate"));
    }
    BootAggregate found = aggregate.get();
    return switch (found.state()) {
      case MATCH -> List.of();
      case DIFFERS ->
          List.of(
              of(
                  Severity.ERROR,
                  ImaFinding.Code.BOOT_AGGREGATE_DIFFERS,
                  OptionalInt.of(0),
                  "the boot_aggregate is "
                      + found.digest()
                      + ", and not that of the firmware's PCRs"));
      case NO_TPM ->
          List.of(
              of(
                  Severity.ERROR,
                  ImaFinding.Code.BOOT_AGGREGATE_NOT_CHECKABLE,
                  OptionalInt.of(0),
                  "the boot_aggregate is zeros: the kernel found no TPM"));
      case NOT_CHECKABLE ->
          List.of(
              of(
                  Severity.WARNING,
                  ImaFinding.Code.BOOT_AGGREGATE_NOT_CHECKABLE,
                  OptionalInt.of(0),
                  "the boot_aggregate is "
                      + found.digest()
                      + ", and PCRs that it covers are missing"));
    };
  }

  private void review(int proven) {
    for (ImaEntry entry : list.entries()) {
      if (entry.number() >= proven) {
        int rest = list.entries().size() - proven;
        add(
            Severity.INFO,
            ImaFinding.Code.NOT_ATTESTED,
            OptionalInt.of(entry.number()),
            rest + " entries from here on are not proven, and not judged");
        break;
      }
      if (findings.size() >= MOST_FINDINGS) {
        add(
            Severity.ERROR,
            ImaFinding.Code.TOO_MANY,
            OptionalInt.of(entry.number()),
            "there are more than " + MOST_FINDINGS + " findings before this entry");
        break;
      }
      entry(entry);
    }
    if (list.end() instanceof MeasurementList.End.Broken broken) {
      add(
          Severity.ERROR,
          ImaFinding.Code.LIST_BROKEN,
          OptionalInt.empty(),
          String.valueOf(broken.problem().getMessage()));
    }
  }

  private void entry(ImaEntry entry) {
    if (entry.isViolation()) {
      if (policy.violations() != ImaPolicy.Violations.IGNORE) {
        add(
            policy.violations() == ImaPolicy.Violations.FAIL ? Severity.ERROR : Severity.WARNING,
            ImaFinding.Code.VIOLATION,
            entry,
            "was written to while it was read: nobody knows what was read");
      }
      return;
    }
    if (!entry.isHashRight()) {
      add(
          Severity.ERROR,
          ImaFinding.Code.TEMPLATE_HASH_WRONG,
          entry,
          "has a template hash that is not of its fields: they are not what was measured");
      return;
    }
    if (entry.template().fields().isEmpty()) {
      // The template's name is not measured: whoever could change it would have nothing judged.
      add(
          policy.files().isPresent() ? Severity.ERROR : Severity.WARNING,
          ImaFinding.Code.TEMPLATE_UNKNOWN,
          OptionalInt.of(entry.number()),
          "nobody knows what an entry of the template " + entry.template().name() + " says");
      return;
    }
    if (entry.path().equals(ImaEntry.BOOT_AGGREGATE)) {
      // No file; only who lists it wants it judged as one.
      if (policy.files().map(files -> files.knows(entry.path())).orElse(false)) {
        file(entry);
      }
    } else if (entry.buffer().isPresent()) {
      buffer(entry, entry.buffer().get());
    } else if (!policy.excludes(entry.path())) {
      file(entry);
    }
  }

  private void buffer(ImaEntry entry, Bytes buffer) {
    Optional<FileDigest> digest = entry.fileDigest();
    Optional<KernelHash> hash = digest.flatMap(each -> KernelHash.named(each.algorithm()));
    if (digest.isEmpty()
        || hash.isPresent() && !hash.get().hash(buffer).equals(digest.get().value())) {
      add(
          Severity.ERROR,
          ImaFinding.Code.BUFFER_DIFFERS,
          entry,
          "has a digest that is not of the octets beside it");
      return;
    }
    String name = entry.path();
    Set<Bytes> certificates = policy.keyrings().get(name);
    Set<Bytes> buffers = policy.buffers().get(name);
    if (certificates != null) {
      if (!certificates.contains(digest.get().value())) {
        add(
            Severity.ERROR,
            ImaFinding.Code.KEY_NOT_ALLOWED,
            entry,
            "got a certificate with the digest " + digest.get() + ", which may not be there");
      } else if (name.equals(KEYRING_OF_FILES)) {
        learn(buffer);
      }
    } else if (buffers != null && !buffers.contains(digest.get().value())) {
      add(
          Severity.ERROR,
          ImaFinding.Code.BUFFER_NOT_ALLOWED,
          entry,
          "was measured with the digest " + digest.get() + ", which may not be so");
    }
  }

  private void learn(Bytes certificate) {
    try {
      keys = keys.withCertificate(certificate);
    } catch (WireException e) {
      // It is allowed to be there; it signs nothing that we could check.
    }
  }

  private void file(ImaEntry entry) {
    Optional<FileDigest> digest = entry.fileDigest();
    Optional<ImaKeyring.Check> signed = digest.flatMap(each -> signed(entry, each));
    if (signed.isPresent() && signed.get() == ImaKeyring.Check.VALID) {
      return;
    }
    if (signed.isPresent() && signed.get() == ImaKeyring.Check.INVALID) {
      add(
          Severity.ERROR,
          ImaFinding.Code.SIGNATURE_INVALID,
          entry,
          "has a signature that is not of its digest");
      return;
    }
    if (policy.files().isEmpty()) {
      if (signed.isPresent() && !keys.keys().isEmpty()) {
        unknownKey(entry, Severity.WARNING);
      }
      return;
    }
    AllowList files = policy.files().get();
    if (digest.isPresent() && files.allows(entry.path(), digest.get().value())) {
      return;
    }
    if (signed.isPresent() && signed.get() == ImaKeyring.Check.KEY_UNKNOWN) {
      unknownKey(entry, Severity.WARNING);
    }
    String has = digest.map(each -> "has the digest " + each).orElse("has no digest");
    if (files.knows(entry.path())) {
      add(
          Severity.ERROR,
          ImaFinding.Code.DIGEST_NOT_ALLOWED,
          entry,
          has + ", which is none that it may have");
    } else {
      add(
          Severity.ERROR,
          ImaFinding.Code.FILE_NOT_ALLOWED,
          entry,
          has + ", and is not in the allow list");
    }
  }

  private void unknownKey(ImaEntry entry, Severity severity) {
    add(severity, ImaFinding.Code.KEY_UNKNOWN, entry, "is signed by a key that is not known");
  }

  /** What its signature says, of whichever kind it is; empty if it has none. */
  private Optional<ImaKeyring.Check> signed(ImaEntry entry, FileDigest digest) {
    Optional<KernelHash> hash = KernelHash.named(digest.algorithm());
    if (hash.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (entry.signature().isPresent()) {
        return Optional.of(check(SecurityIma.read(entry.signature().get()), hash.get(), digest));
      }
      if (entry.field("evmsig").filter(each -> !each.isEmpty()).isPresent()) {
        return Optional.of(portable(entry, hash.get(), digest));
      }
    } catch (WireException e) {
      return Optional.of(ImaKeyring.Check.NOT_CHECKABLE);
    }
    return Optional.empty();
  }

  private ImaKeyring.Check check(SecurityIma attribute, KernelHash hash, FileDigest digest) {
    // Only version 3 says whether it is of the contents or of fs-verity.
    boolean ofVerity = attribute instanceof SecurityIma.VeritySigned;
    if (ofVerity != digest.kind().equals(FileDigest.VERITY)) {
      return ImaKeyring.Check.INVALID;
    }
    return keys.check(attribute, hash, digest.value());
  }

  /** A portable signature covers security.ima, which has to be of the same digest. */
  private ImaKeyring.Check portable(ImaEntry entry, KernelHash hash, FileDigest digest) {
    Bytes values = entry.field("xattrvalues").orElse(Bytes.EMPTY);
    EvmMetadata metadata =
        new EvmMetadata(
            List.of(values),
            number(entry, "iuid"),
            number(entry, "igid"),
            (int) number(entry, "imode"));
    Bytes signature = entry.field("evmsig").orElse(Bytes.EMPTY);
    ImaKeyring.Check check = keys.checkPortable(SecurityIma.read(signature), metadata);
    if (check != ImaKeyring.Check.VALID) {
      return check;
    }
    Optional<Bytes> ima = attribute(entry, "security.ima", values);
    if (ima.isEmpty()) {
      return ImaKeyring.Check.INVALID;
    }
    SecurityIma covered = SecurityIma.read(ima.get());
    if (covered instanceof SecurityIma.Digest plain) {
      return plain.hashNumber() == hash.number() && plain.value().equals(digest.value())
          ? ImaKeyring.Check.VALID
          : ImaKeyring.Check.INVALID;
    }
    return check(covered, hash, digest);
  }

  /** The value of one attribute among those that the entry holds end to end. */
  private static Optional<Bytes> attribute(ImaEntry entry, String wanted, Bytes values) {
    Bytes names = entry.field("xattrnames").orElse(Bytes.EMPTY);
    String text =
        new String(names.toArray(), java.nio.charset.StandardCharsets.ISO_8859_1).replace("\0", "");
    Bytes lengths = entry.field("xattrlengths").orElse(Bytes.EMPTY);
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      OctetReader sizes = OctetReader.of(lengths, order);
      OctetReader in = OctetReader.of(values, order);
      try {
        for (String name : text.split("\\|", -1)) {
          Bytes value = in.bytes(name, sizes.u32("length"));
          if (name.equals(wanted)) {
            return Optional.of(value);
          }
        }
      } catch (WireException otherOrder) {
        // The list does not say of which machine it is.
      }
    }
    return Optional.empty();
  }

  /** Numbers are as the machine wrote them; those of big-endian machines are not told apart. */
  private static long number(ImaEntry entry, String field) {
    ByteBuffer octets =
        entry.field(field).orElse(Bytes.EMPTY).toBuffer().order(ByteOrder.LITTLE_ENDIAN);
    return switch (octets.remaining()) {
      case 2 -> octets.getShort() & 0xffff;
      case 4 -> octets.getInt() & 0xffff_ffffL;
      default -> 0;
    };
  }

  private void add(Severity severity, ImaFinding.Code code, ImaEntry entry, String message) {
    add(severity, code, OptionalInt.of(entry.number()), entry.path() + " " + message);
  }

  private void add(Severity severity, ImaFinding.Code code, OptionalInt entry, String message) {
    findings.add(of(severity, code, entry, message));
  }

  private static ImaFinding of(
      Severity severity, ImaFinding.Code code, OptionalInt entry, String message) {
    return new ImaFinding(severity, code, entry, message);
  }
}
