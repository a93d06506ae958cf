package org.tssj.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.template.Templates;

/** What a parameter may be: four views of one TPM. */
class ViewsTest {

  @Test
  void allViewsAreOfTheSameTpm() {
    Runs.requireSuccess(2, Runs.of(AsksForAll.class));
  }

  static class AsksForAll {
    @Test
    @SoftwareTpm
    void ofTpm20(Tpm tpm, Tpm20 tpm20, TpmTransport transport) throws IOException {
      assertEquals(Family.TPM20, tpm.family());
      assertSame(tpm20, tpm.tpm20().orElseThrow());
      assertSame(transport, tpm20.transport());
      Bytes before = Raw.ask(transport, Raw.PCR16_READ);
      assertEquals("00000000", Raw.code(before));
    }

    @Test
    @SoftwareTpm(family = Family.TPM12)
    void ofTpm12(TpmTransport transport, Tpm12 tpm12, Tpm tpm) {
      assertEquals(Family.TPM12, tpm.family());
      assertSame(tpm12, tpm.tpm12().orElseThrow());
      assertSame(transport, tpm12.transport());
    }
  }

  @Test
  void closingAViewFlushesWhatWasOpenedThroughIt() {
    Runs.requireSuccess(1, Runs.of(ClosesItsView.class));
  }

  @SoftwareTpm
  static class ClosesItsView {
    @Test
    void closes(Tpm20 tpm) throws IOException {
      tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY);
      tpm.close();
    }
  }
}
