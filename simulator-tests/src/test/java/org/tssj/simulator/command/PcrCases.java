package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.command.Bench.DIGEST;
import static org.tssj.simulator.command.Bench.NONCE;
import static org.tssj.simulator.command.Bench.PASSWORD;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.pcr.PcrAllocate;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.pcr.PcrReset;
import org.tssj.tpm20.command.pcr.PcrSetAuthPolicy;
import org.tssj.tpm20.command.pcr.PcrSetAuthValue;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** PCRs (Part 3, 22). */
final class PcrCases {

  private static final Handle DEBUG = Handle.pcr(16);

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  PcrExtend.SPEC,
                  on -> {
                    on.execute(new PcrExtend(DEBUG, List.of(HashValue.of(Bank.SHA256, DIGEST))));
                    assertEquals(
                        Bank.SHA256.hash(Bytes.zeros(32), DIGEST), read(on));
                  })
              // PCR 17 belongs to a dynamic launch.
              .isRefused(
                  "TPM_RC_LOCALITY",
                  on ->
                      on.execute(
                          new PcrExtend(
                              Handle.pcr(17), List.of(HashValue.of(Bank.SHA256, DIGEST))))),
          succeeds(
                  PcrEvent.SPEC,
                  on -> {
                    on.execute(new PcrEvent(DEBUG, NONCE));
                    assertEquals(
                        Bank.SHA256.hash(Bytes.zeros(32), Bank.SHA256.hash(NONCE)), read(on));
                  })
              .isRefused(
                  "TPM_RC_LOCALITY", on -> on.execute(new PcrEvent(Handle.pcr(17), NONCE))),
          succeeds(PcrRead.SPEC, on -> assertEquals(Bytes.zeros(32), read(on)))
              .isRefused(
                  "TPM_RC_HASH",
                  "parameter 1 (pcrSelectionIn)",
                  on ->
                      on.execute(
                          new PcrRead(List.of(PcrSelection.of(AlgorithmId.SM3_256, 0))))),
          succeeds(
                  PcrAllocate.SPEC,
                  on -> {
                    PcrAllocate.Response answer =
                        on.execute(
                            new PcrAllocate(
                                Handle.PLATFORM, List.of(PcrSelection.of(AlgorithmId.SHA1))));
                    assertTrue(answer.allocationSuccess());
                  })
              .isRefused(
                  "TPM_RC_PCR",
                  on ->
                      on.execute(
                          new PcrAllocate(
                              Handle.PLATFORM,
                              List.of(
                                  PcrSelection.of(AlgorithmId.SHA1),
                                  PcrSelection.of(AlgorithmId.SHA256),
                                  PcrSelection.of(AlgorithmId.SHA384),
                                  PcrSelection.of(AlgorithmId.SHA512))))),
          succeeds(
                  PcrSetAuthPolicy.SPEC,
                  on ->
                      on.execute(
                          new PcrSetAuthPolicy(
                              Handle.PLATFORM, DIGEST, AlgorithmId.SHA256, Handle.pcr(20))))
              // Not every PCR may have one: the platform's specification decides.
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 3 (pcrNum)",
                  on ->
                      on.execute(
                          new PcrSetAuthPolicy(
                              Handle.PLATFORM, DIGEST, AlgorithmId.SHA256, DEBUG))),
          succeeds(
                  PcrSetAuthValue.SPEC,
                  on -> on.execute(new PcrSetAuthValue(Handle.pcr(20), PASSWORD)))
              .isRefused(
                  "TPM_RC_VALUE",
                  on -> on.execute(new PcrSetAuthValue(DEBUG, PASSWORD))),
          succeeds(
                  PcrReset.SPEC,
                  on -> {
                    on.execute(new PcrEvent(DEBUG, NONCE));
                    on.execute(new PcrReset(DEBUG));
                    assertEquals(Bytes.zeros(32), read(on));
                  })
              .isRefused("TPM_RC_LOCALITY", on -> on.execute(new PcrReset(Handle.pcr(0)))));

  private PcrCases() {}

  private static Bytes read(Bench on) throws IOException {
    return on.execute(new PcrRead(List.of(PcrSelection.of(Bank.SHA256, DEBUG.value()))))
        .pcrValues()
        .get(0);
  }
}
