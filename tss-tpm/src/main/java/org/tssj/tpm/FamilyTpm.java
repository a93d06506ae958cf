package org.tssj.tpm;

import java.io.IOException;
import java.nio.file.Path;
import org.tssj.attest.predict.Measurement;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.Tpm20;

/** What both families do alike, and how one is told from the other. */
abstract non-sealed class FamilyTpm implements Tpm {

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
    byte[] answer = transport.exchange(Family.question());
    return Family.ofAnswer(answer)
        .orElseThrow(
            () ->
                WireException.refused(
                        "must begin with 0x00c4 (a TPM 1.2) or 0x8001 (a TPM 2.0)",
                        0,
                        Bytes.of(answer, 0, Math.min(2, answer.length)).toHex())
                    .within("tag")
                    .within("the first answer from " + transport.endpoint()));
  }

  @Override
  public Measurement measure(int index, Path file) throws IOException {
    Measurement measured = Measurement.ofFile(file, banks());
    extend(index, measured.digests());
    return measured;
  }
}
