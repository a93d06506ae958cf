package org.tssj.tpm12.structure.migration;

import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;

import java.util.List;
import java.util.stream.Stream;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_MSA_COMPOSITE: the migration authorities of a restricted-migration key, any of whom may have
 * it.
 *
 * @param migAuthDigest SHA-1 of each authority's TPM_PUBKEY, 20 octets
 * @see "TPM 1.2 Main, Part 2, 5.15 TPM_MSA_COMPOSITE"
 */
public record MsaComposite(List<Bytes> migAuthDigest) {

  /** TPM_MSA_COMPOSITE: four octets of count, digests. */
  public static final Codec<MsaComposite> CODEC =
      struct(
          "TPM_MSA_COMPOSITE",
          MsaComposite::new,
          list("migAuthDigest", Integer.MAX_VALUE, Codecs.octets(20), MsaComposite::migAuthDigest));

  public MsaComposite {
    migAuthDigest = List.copyOf(migAuthDigest);
  }

  /** The authorities that own these keys. */
  public static MsaComposite of(PubKey... authorities) {
    return new MsaComposite(Stream.of(authorities).map(PubKey::digest).toList());
  }

  /** SHA-1 of this structure, 20 octets, by which keys and approvals name the authorities. */
  public Bytes digest() {
    return Bank.SHA1.hash(CODEC.encode(this));
  }
}
