package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.policy.PolicyAuthValue;
import org.tssj.tpm20.command.session.PolicyRestart;
import org.tssj.tpm20.command.session.StartAuthSession;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.constant.SessionType;
import org.tssj.tpm20.structure.handle.Handle;

/** Sessions (Part 3, 11). */
final class SessionCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  StartAuthSession.SPEC,
                  on -> {
                    StartAuthSession.Response session = on.execute(start(Bytes.zeros(16)));
                    on.flushLater(session.sessionHandle());
                    // As long as the caller's.
                    assertEquals(16, session.nonceTpm().length());
                  })
              // A nonce has at least 16 octets.
              .isRefused(
                  "TPM_RC_SIZE",
                  "parameter 1 (nonceCaller)",
                  on -> on.execute(start(Bytes.zeros(15)))),
          succeeds(
                  PolicyRestart.SPEC,
                  on -> {
                    Session session = on.policySession();
                    on.execute(new PolicyAuthValue(session.handle()));
                    on.execute(new PolicyRestart(session.handle()));
                    assertEquals(Bytes.zeros(32), on.digestOf(session));
                  })
              .isRefused(
                  "TPM_RC_REFERENCE_H0",
                  "handle 1 (sessionHandle)",
                  on -> on.execute(new PolicyRestart(Handle.of(0x0300_0000)))));

  private SessionCases() {}

  private static StartAuthSession start(Bytes nonce) {
    return new StartAuthSession(
        Handle.NULL,
        Handle.NULL,
        nonce,
        Bytes.EMPTY,
        SessionType.HMAC,
        SymDef.NULL,
        AlgorithmId.SHA256);
  }
}
