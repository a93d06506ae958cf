package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.tpm12.command.Bench.DIGEST;
import static org.tssj.simulator.tpm12.command.Bench.owner;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.daa.DaaJoin;
import org.tssj.tpm12.command.daa.DaaSign;
import org.tssj.tpm12.structure.daa.DaaIssuer;
import org.tssj.tpm12.structure.handle.Handle;

/** Direct anonymous attestation (Part 3, 26), its first stages. */
final class DaaCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  DaaJoin.SPEC,
                  on ->
                      assertEquals(
                          4,
                          on.execute(
                                  new DaaJoin(new Handle(0), 0, Bytes.hex("00000001"), Bytes.EMPTY),
                                  owner())
                              .outputData()
                              .length()))
              .isRefused(
                  "TPM_DAA_INPUT_DATA0",
                  on ->
                      on.execute(
                          new DaaJoin(new Handle(0), 0, Bytes.hex("00"), Bytes.EMPTY), owner())),
          succeeds(
                  DaaSign.SPEC,
                  on ->
                      assertEquals(
                          4,
                          on.execute(
                                  new DaaSign(
                                      new Handle(0),
                                      0,
                                      DaaIssuer.CODEC.encode(
                                          new DaaIssuer(
                                              DIGEST,
                                              DIGEST,
                                              DIGEST,
                                              DIGEST,
                                              DIGEST,
                                              DIGEST,
                                              Bytes.zeros(26))),
                                      Bytes.EMPTY),
                                  owner())
                              .outputData()
                              .length()))
              .isRefused(
                  "TPM_BAD_HANDLE",
                  on ->
                      on.execute(
                          new DaaSign(new Handle(0), 99, Bytes.EMPTY, Bytes.EMPTY), owner())));

  private DaaCases() {}
}
