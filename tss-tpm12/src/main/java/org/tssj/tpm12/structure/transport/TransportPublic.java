package org.tssj.tpm12.structure.transport;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;

/**
 * TPM_TRANSPORT_PUBLIC: what a transport session shall be.
 *
 * @param transAttributes what is done with the commands in it
 * @param algId how they are encrypted: MGF1, or AES128 and its longer forms
 * @param encScheme the mode of a block cipher; TPM_ES_NONE for MGF1
 * @see "TPM 1.2 Main, Part 2, 13.1 TPM_TRANSPORT_PUBLIC"
 */
public record TransportPublic(
    TransportAttributes transAttributes, AlgorithmId algId, EncScheme encScheme) {

  /** TPM_TRANSPORT_PUBLIC: tag 0x001e, attributes, algorithm, mode. */
  public static final Codec<TransportPublic> CODEC =
      struct(
          "TPM_TRANSPORT_PUBLIC",
          TransportPublic::new,
          after(
              constant("tag", "001e"),
              field(
                  "transAttributes", TransportAttributes.CODEC, TransportPublic::transAttributes)),
          field("algId", AlgorithmId.CODEC, TransportPublic::algId),
          field("encScheme", EncScheme.CODEC, TransportPublic::encScheme));
}
