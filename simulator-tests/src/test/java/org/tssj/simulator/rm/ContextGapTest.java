package org.tssj.simulator.rm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.ContextLoad;
import org.tssj.tpm20.command.context.ContextSave;
import org.tssj.tpm20.command.policy.PolicyGetDigest;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.context.Context;

/**
 * The TPM numbers saved sessions, and refuses to go on when the oldest is too far behind the newest
 * (TPM_RC_CONTEXT_GAP). A session that nobody uses for long is exactly that one.
 */
@NeedsLibrary("libtpms.so.0")
@Timeout(300)
class ContextGapTest {

  private static long gap(Tpm20 tpm) throws IOException {
    return tpm.properties(PropertyTag.CONTEXT_GAP_MAX).get(PropertyTag.CONTEXT_GAP_MAX);
  }

  @Test
  void isReachedByATpmThatIsLeftToItself() throws IOException {
    try (Tpm20 tpm = Tpm20.over(Transports.open("libtpms:family=2.0"))) {
      Session busy = tpm.startSession().policy().start();
      tpm.execute(new ContextSave(tpm.startSession().policy().start().handle()));
      long gap = gap(tpm);
      var refused =
          assertThrows(
              TpmResponseException.class,
              () -> {
                for (long i = 0; i < gap + 10; i++) {
                  Context saved = tpm.execute(new ContextSave(busy.handle())).context();
                  tpm.execute(new ContextLoad(saved));
                }
              });
      assertEquals(0x901, refused.code());
    }
  }

  @Test
  void isNeverReachedThroughTheResourceManager(TestReporter reporter) throws IOException {
    try (Tpm20 tpm = Tpm20.over(Transports.open("rm:libtpms:family=2.0"))) {
      Session quiet = tpm.startSession().policy().start();
      // Saved by the client itself: it must load by the context that it was given.
      Session away = tpm.startSession().policy().start();
      Context context = tpm.execute(new ContextSave(away.handle())).context();
      List<Session> busy = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        busy.add(tpm.startSession().policy().start());
      }
      long gap = gap(tpm);
      reporter.publishEntry("TPM_PT_CONTEXT_GAP_MAX", Long.toString(gap));
      // Four sessions in turn, and room for three: each use saves one.
      for (long i = 0; i < 2 * gap + 100; i++) {
        Session session = busy.get((int) (i % 4));
        assertEquals(
            Bytes.zeros(32), tpm.execute(new PolicyGetDigest(session.handle())).policyDigest());
      }
      assertEquals(
          Bytes.zeros(32), tpm.execute(new PolicyGetDigest(quiet.handle())).policyDigest());
      assertEquals(away.handle(), tpm.execute(new ContextLoad(context)).loadedHandle());
      assertEquals(
          Bytes.zeros(32), tpm.execute(new PolicyGetDigest(away.handle())).policyDigest());
      assertTrue(gap >= 255);
    }
  }
}
