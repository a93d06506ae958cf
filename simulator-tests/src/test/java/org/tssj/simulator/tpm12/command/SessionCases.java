package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.command.Bench.NONCE;
import static org.tssj.simulator.tpm12.command.Bench.NOTHING;
import static org.tssj.simulator.tpm12.command.Bench.OWNER;
import static org.tssj.simulator.tpm12.command.Bench.SECRET;
import static org.tssj.simulator.tpm12.command.Bench.root;
import static org.tssj.simulator.tpm12.command.Bench.secret;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.crypto.GetRandom;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.eviction.TerminateHandle;
import org.tssj.tpm12.command.session.Dsap;
import org.tssj.tpm12.command.session.Oiap;
import org.tssj.tpm12.command.session.Osap;
import org.tssj.tpm12.command.session.Reset;
import org.tssj.tpm12.command.session.SetOwnerPointer;
import org.tssj.tpm12.command.transport.EstablishTransport;
import org.tssj.tpm12.command.transport.ExecuteTransport;
import org.tssj.tpm12.command.transport.ReleaseTransportSigned;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.session.TransportParameters;
import org.tssj.tpm12.session.TransportSession;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.delegation.DelegateOwnerBlob;
import org.tssj.tpm12.structure.delegation.OwnerPermission;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;

/** Authorisation and transport sessions (Part 3, 18, 24 and 27). */
final class SessionCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  Oiap.SPEC,
                  on -> {
                    try (Session session = on.tpm().oiap()) {
                      on.execute(new OwnerReadInternalPub(Handle.EK), session.authorize(OWNER));
                    }
                  })
              .isRefused(
                  "TPM_RESOURCES",
                  on -> {
                    while (true) {
                      on.execute(new Oiap());
                    }
                  }),
          succeeds(
                  Osap.SPEC,
                  on -> {
                    try (Session session = on.tpm().osap(Handle.OWNER, OWNER)) {
                      on.execute(new OwnerReadInternalPub(Handle.EK), session.use());
                    }
                  })
              .isRefused(
                  "TPM_BAD_PARAMETER", on -> on.execute(new Osap(new EntityType(0x33), 0, NONCE))),
          succeeds(
                  Dsap.SPEC,
                  on -> {
                    DelegateOwnerBlob blob =
                        DelegationCases.ownerDelegation(
                            on, OwnerPermission.OWNER_READ_INTERNAL_PUB);
                    try (Session session = on.tpm().dsap(Authorization.dsap(blob, SECRET))) {
                      assertEquals(
                          on.endorsementKey(),
                          on.execute(new OwnerReadInternalPub(Handle.EK), session.use())
                              .publicPortion());
                    }
                  })
              .isRefused(
                  "TPM_BAD_PARAM_SIZE",
                  on -> on.execute(new Dsap(EntityType.DEL_ROW, Handle.OWNER, NONCE, Bytes.EMPTY))),
          succeeds(
                  SetOwnerPointer.SPEC,
                  on -> {
                    DelegationCases.row(on, OwnerPermission.OWNER_READ_INTERNAL_PUB);
                    on.execute(new SetOwnerPointer(EntityType.DEL_ROW, 0));
                    // Now the row's secret is the owner's, as far as software of TPM 1.1 can tell.
                    on.execute(new OwnerReadInternalPub(Handle.EK), secret());
                    on.execute(new SetOwnerPointer(EntityType.OWNER, 0));
                  })
              .isRefused(
                  "TPM_BAD_PARAMETER", on -> on.execute(new SetOwnerPointer(EntityType.KEY, 0))),
          succeeds(
                  Reset.SPEC,
                  on -> {
                    on.execute(new Oiap());
                    on.execute(new Reset());
                    assertEquals(
                        List.of(),
                        on.tpm().capability(Capability.handles(ResourceType.AUTH)).handles());
                  })
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new Reset());
                  }),
          succeeds(
                  TerminateHandle.SPEC,
                  on -> on.execute(new TerminateHandle(on.execute(new Oiap()).authHandle())))
              .isRefused("TPM_INVALID_AUTHHANDLE", on -> on.execute(new TerminateHandle(NOTHING))),
          succeeds(
                  EstablishTransport.SPEC,
                  on -> on.tpm().transport(TransportParameters.clear()).close())
              .isRefused(
                  "TPM_BAD_PARAM_SIZE",
                  on ->
                      on.execute(
                          new EstablishTransport(
                              Handle.TRANSPORT,
                              TransportParameters.clear().transPublic(),
                              Bytes.zeros(3)))),
          succeeds(
                  ExecuteTransport.SPEC,
                  on -> {
                    try (TransportSession session =
                        on.tpm()
                            .transport(
                                TransportParameters.encryptedFor(Handle.SRK, on.srk()), root())) {
                      assertEquals(16, session.execute(new GetRandom(16)).randomBytes().length());
                    }
                  })
              .isRefused(
                  "TPM_NO_WRAP_TRANSPORT",
                  on -> {
                    try (TransportSession session =
                        on.tpm().transport(TransportParameters.clear())) {
                      session.execute(
                          new EstablishTransport(
                              Handle.TRANSPORT,
                              TransportParameters.clear().transPublic(),
                              Bytes.zeros(20)));
                    }
                  }),
          succeeds(
                  ReleaseTransportSigned.SPEC,
                  on -> {
                    try (TransportSession session =
                        on.tpm().transport(TransportParameters.clear().logged())) {
                      session.execute(new GetRandom(16));
                      assertTrue(
                          session
                              .release(on.signingHandle(), NONCE, secret())
                              .isSignedBy(on.signing().toPubKey(), NONCE));
                    }
                  })
              .isRefused(
                  "TPM_INAPPROPRIATE_SIG",
                  on -> {
                    try (TransportSession session =
                        on.tpm().transport(TransportParameters.clear().logged())) {
                      session.release(on.storageHandle(), NONCE, secret());
                    }
                  }));

  private SessionCases() {}
}
