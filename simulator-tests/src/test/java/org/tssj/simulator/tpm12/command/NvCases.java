package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.tpm12.command.Bench.DIGEST;
import static org.tssj.simulator.tpm12.command.Bench.SECRET;
import static org.tssj.simulator.tpm12.command.Bench.WRONG;
import static org.tssj.simulator.tpm12.command.Bench.owner;
import static org.tssj.simulator.tpm12.command.Bench.ownerOsap;
import static org.tssj.simulator.tpm12.command.Bench.secret;
import static org.tssj.simulator.tpm12.command.Bench.wrong;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.counter.CreateCounter;
import org.tssj.tpm12.command.counter.IncrementCounter;
import org.tssj.tpm12.command.counter.ReadCounter;
import org.tssj.tpm12.command.counter.ReleaseCounter;
import org.tssj.tpm12.command.counter.ReleaseCounterOwner;
import org.tssj.tpm12.command.dir.DirRead;
import org.tssj.tpm12.command.dir.DirWriteAuth;
import org.tssj.tpm12.command.nv.NvDefineSpace;
import org.tssj.tpm12.command.nv.NvReadValue;
import org.tssj.tpm12.command.nv.NvReadValueAuth;
import org.tssj.tpm12.command.nv.NvWriteValue;
import org.tssj.tpm12.command.nv.NvWriteValueAuth;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;

/** NV storage, counters and registers (Part 3, 20, 25 and 27.2). */
final class NvCases {

  private static final NvIndex INDEX = new NvIndex(0x0001_0007);
  private static final Bytes DATA = Bytes.utf8("what is kept");
  private static final Bytes LABEL = Bytes.utf8("here");

  static final List<CommandCase> ALL =
      List.of(
          succeeds(NvDefineSpace.SPEC, on -> define(on, NvAttributes.OWNERWRITE))
              .isRefused(
                  "TPM_BADINDEX",
                  on ->
                      on.execute(
                          new NvDefineSpace(
                              NvDataPublic.of(new NvIndex(0), NvAttributes.OWNERWRITE, 4), SECRET),
                          ownerOsap())),
          succeeds(
                  NvWriteValue.SPEC,
                  on -> {
                    define(on, NvAttributes.OWNERWRITE);
                    on.execute(new NvWriteValue(INDEX, 0, DATA), owner());
                  })
              .isRefused(
                  "TPM_NOSPACE",
                  on -> {
                    define(on, NvAttributes.OWNERWRITE);
                    on.execute(new NvWriteValue(INDEX, 60, DATA), owner());
                  }),
          succeeds(
                  NvWriteValueAuth.SPEC,
                  on -> {
                    define(on, NvAttributes.AUTHWRITE);
                    on.execute(new NvWriteValueAuth(INDEX, 0, DATA), secret());
                  })
              .isRefused(
                  "TPM_AUTHFAIL",
                  on -> {
                    define(on, NvAttributes.AUTHWRITE);
                    on.execute(new NvWriteValueAuth(INDEX, 0, DATA), wrong());
                  }),
          succeeds(
                  NvReadValue.SPEC,
                  on -> {
                    define(on, NvAttributes.OWNERWRITE.with(NvAttributes.OWNERREAD));
                    on.execute(new NvWriteValue(INDEX, 4, DATA), owner());
                    assertEquals(
                        DATA, on.execute(new NvReadValue(INDEX, 4, DATA.length()), owner()).data());
                  })
              .isRefused("TPM_BADINDEX", on -> on.execute(new NvReadValue(INDEX, 0, 4), owner())),
          succeeds(
                  NvReadValueAuth.SPEC,
                  on -> {
                    define(on, NvAttributes.AUTHWRITE.with(NvAttributes.AUTHREAD));
                    on.execute(new NvWriteValueAuth(INDEX, 0, DATA), secret());
                    assertEquals(
                        DATA,
                        on.execute(new NvReadValueAuth(INDEX, 0, DATA.length()), secret()).data());
                  })
              .isRefused(
                  "TPM_AUTHFAIL",
                  on -> {
                    define(on, NvAttributes.AUTHWRITE.with(NvAttributes.AUTHREAD));
                    on.execute(new NvReadValueAuth(INDEX, 0, 4), wrong());
                  }),
          succeeds(
                  CreateCounter.SPEC, on -> assertEquals(LABEL, counter(on).counterValue().label()))
              .isRefused(
                  "TPM_AUTHFAIL",
                  on ->
                      on.execute(
                          new CreateCounter(SECRET, LABEL),
                          Authorization.osap(Handle.OWNER, WRONG))),
          succeeds(
                  IncrementCounter.SPEC,
                  on -> {
                    CreateCounter.Response counter = counter(on);
                    assertEquals(
                        counter.counterValue().counter() + 1,
                        on.execute(new IncrementCounter(counter.countId()), secret())
                            .count()
                            .counter());
                  })
              .isRefused("TPM_BAD_COUNTER", on -> on.execute(new IncrementCounter(99), secret())),
          succeeds(
                  ReadCounter.SPEC,
                  on -> {
                    CreateCounter.Response counter = counter(on);
                    assertEquals(
                        counter.counterValue(),
                        on.execute(new ReadCounter(counter.countId())).counterValue());
                  })
              .isRefused("TPM_BAD_COUNTER", on -> on.execute(new ReadCounter(99))),
          succeeds(
                  ReleaseCounter.SPEC,
                  on -> on.execute(new ReleaseCounter(counter(on).countId()), secret()))
              .isRefused("TPM_BAD_COUNTER", on -> on.execute(new ReleaseCounter(99), secret())),
          succeeds(
                  ReleaseCounterOwner.SPEC,
                  on -> on.execute(new ReleaseCounterOwner(counter(on).countId()), owner()))
              .isRefused("TPM_BAD_COUNTER", on -> on.execute(new ReleaseCounterOwner(99), owner())),
          succeeds(DirWriteAuth.SPEC, on -> on.execute(new DirWriteAuth(0, DIGEST), owner()))
              .isRefused("TPM_BADINDEX", on -> on.execute(new DirWriteAuth(1, DIGEST), owner())),
          succeeds(
                  DirRead.SPEC,
                  on -> {
                    on.execute(new DirWriteAuth(0, DIGEST), owner());
                    assertEquals(DIGEST, on.execute(new DirRead(0)).dirContents());
                  })
              .isRefused("TPM_BADINDEX", on -> on.execute(new DirRead(1))));

  private static void define(Bench on, NvAttributes attributes) throws Exception {
    on.execute(new NvDefineSpace(NvDataPublic.of(INDEX, attributes, 64), SECRET), ownerOsap());
  }

  private static CreateCounter.Response counter(Bench on) throws Exception {
    return on.execute(new CreateCounter(SECRET, LABEL), ownerOsap());
  }

  private NvCases() {}
}
