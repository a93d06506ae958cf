package org.tssj.tpm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.FileDigests;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.Tpm20;

/** What both families do alike, and how one is told from the other. */
abstract non-sealed class FamilyTpm implements Tpm {

  /** The tag of every answer of a TPM 1.2 to a command it does not know: TPM_TAG_RSP_COMMAND. */
  private static final int TPM12_ANSWER = 0x00c4;

  /** The tag of an answer of a TPM 2.0 without sessions: TPM_ST_NO_SESSIONS. */
  private static final int TPM20_ANSWER = 0x8001;

  /**
   * TPM2_GetCapability(TPM_CAP_TPM_PROPERTIES, TPM_PT_FAMILY_INDICATOR, 1). A TPM 1.2 refuses it with
   * TPM_BADTAG, a TPM 2.0 that was not started with TPM_RC_INITIALIZE: the tag tells in any case.
   */
  private static final Bytes QUESTION =
      Bytes.hex("8001 00000016 0000017a 00000006 00000100 00000001");

  static Tpm over(TpmTransport transport) throws IOException {
    boolean opened = false;
    try {
      Tpm tpm =
          switch (familyOf(transport)) {
            case TPM12 -> new FamilyTpm12(Tpm12.over(transport));
            case TPM20 -> new FamilyTpm20(Tpm20.over(transport));
          };
      opened = true;
      return tpm;
    } finally {
      if (!opened) {
        transport.close();
      }
    }
  }

  private static Family familyOf(TpmTransport transport) throws IOException {
    byte[] answer = transport.exchange(QUESTION.toArray());
    int tag = new WireReader(answer).u16();
    return switch (tag) {
      case TPM12_ANSWER -> Family.TPM12;
      case TPM20_ANSWER -> Family.TPM20;
      default ->
          throw WireException.refused(
                  "must be 0x00c4 (a TPM 1.2) or 0x8001 (a TPM 2.0)",
                  0,
                  String.format("0x%04x", tag))
              .within("tag")
              .within("the first answer from " + transport.endpoint());
    };
  }

  @Override
  public Measurement measure(int index, Path file) throws IOException {
    Map<Bank, Bytes> digests = FileDigests.of(file, banks());
    extend(index, digests);
    return new Measurement(index, digests);
  }
}
