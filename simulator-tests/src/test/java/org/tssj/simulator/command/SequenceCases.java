package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.sequence.EventSequenceComplete;
import org.tssj.tpm20.command.sequence.HashSequenceStart;
import org.tssj.tpm20.command.sequence.HmacStart;
import org.tssj.tpm20.command.sequence.MacStart;
import org.tssj.tpm20.command.sequence.SequenceComplete;
import org.tssj.tpm20.command.sequence.SequenceUpdate;
import org.tssj.tpm20.command.symmetric.Hash;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.handle.Handle;

/** Hash, HMAC and event sequences (Part 3, 17). */
final class SequenceCases {

  private static final Bytes DATA = Bytes.utf8("data");

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  HmacStart.SPEC,
                  on ->
                      assertEquals(
                          SymmetricCases.hmac(DATA),
                          complete(
                              on,
                              on.execute(
                                      new HmacStart(
                                          SymmetricCases.hmacKey(on),
                                          AuthValue.EMPTY,
                                          AlgorithmId.NULL))
                                  .sequenceHandle())))
              .isRefused(
                  "TPM_RC_TYPE",
                  "handle 1 (handle)",
                  on ->
                      on.execute(
                          new HmacStart(
                              on.signingKey().handle(), AuthValue.EMPTY, AlgorithmId.SHA256))),
          succeeds(
                  MacStart.SPEC,
                  on ->
                      assertEquals(
                          SymmetricCases.hmac(DATA),
                          complete(
                              on,
                              on.execute(
                                      new MacStart(
                                          SymmetricCases.hmacKey(on),
                                          AuthValue.EMPTY,
                                          AlgorithmId.NULL))
                                  .sequenceHandle())))
              .isRefused(
                  "TPM_RC_TYPE",
                  "handle 1 (handle)",
                  on ->
                      on.execute(
                          new MacStart(
                              on.signingKey().handle(), AuthValue.EMPTY, AlgorithmId.SHA256))),
          succeeds(
                  HashSequenceStart.SPEC,
                  on ->
                      assertEquals(
                          Bank.SHA256.hash(DATA), complete(on, start(on, AlgorithmId.SHA256))))
              .isRefused(
                  "TPM_RC_HASH",
                  "parameter 2 (hashAlg)",
                  on ->
                      on.execute(
                          new HashSequenceStart(AuthValue.EMPTY, AlgorithmId.SM3_256))),
          succeeds(
                  SequenceUpdate.SPEC,
                  on -> {
                    Handle sequence = start(on, AlgorithmId.SHA256);
                    on.execute(new SequenceUpdate(sequence, DATA));
                    assertEquals(Bank.SHA256.hash(DATA, DATA), complete(on, sequence));
                  })
              .isRefused(
                  "TPM_RC_MODE",
                  "parameter 1 (buffer)",
                  on -> on.execute(new SequenceUpdate(on.signingKey().handle(), DATA))),
          succeeds(
                  SequenceComplete.SPEC,
                  on -> {
                    SequenceComplete.Response done =
                        on.execute(
                            new SequenceComplete(
                                start(on, AlgorithmId.SHA256), DATA, Handle.OWNER));
                    // The ticket says that the TPM hashed it, and that it did not begin as an
                    // attestation.
                    assertEquals(Handle.OWNER, done.validation().hierarchy());
                    assertFalse(done.validation().digest().isEmpty());
                  })
              // An event sequence ends with TPM2_EventSequenceComplete.
              .isRefused(
                  "TPM_RC_MODE",
                  "handle 1 (sequenceHandle)",
                  on -> complete(on, start(on, AlgorithmId.NULL))),
          succeeds(
                  EventSequenceComplete.SPEC,
                  on -> {
                    List<HashValue> digests =
                        on.execute(
                                new EventSequenceComplete(
                                    Handle.pcr(16), start(on, AlgorithmId.NULL), DATA))
                            .results();
                    assertTrue(
                        digests.contains(HashValue.of(Bank.SHA256, Bank.SHA256.hash(DATA))));
                  })
              .isRefused(
                  "TPM_RC_MODE",
                  "handle 2 (sequenceHandle)",
                  on ->
                      on.execute(
                          new EventSequenceComplete(
                              Handle.pcr(16), start(on, AlgorithmId.SHA256), DATA))));

  private SequenceCases() {}

  private static Handle start(Bench on, AlgorithmId hash) throws IOException {
    // A sequence has no Name: it is the empty one.
    return on.flushLater(
            on.execute(new HashSequenceStart(AuthValue.EMPTY, hash)).sequenceHandle())
        .named(Bytes.EMPTY);
  }

  private static Bytes complete(Bench on, Handle sequence) throws IOException {
    on.flushLater(sequence);
    return on.execute(new SequenceComplete(sequence.named(Bytes.EMPTY), DATA, Handle.NULL))
        .result();
  }
}
