package org.tssj.tpm20.command.session;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_ENTITY;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.constant.SessionType;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_StartAuthSession: starts a session.
 *
 * <p>{@code Tpm20.startSession()} does the arithmetic around it.
 *
 * @param tpmKey a loaded decryption key that the salt is encrypted to, or TPM_RH_NULL
 * @param bind what the session key is derived from too, or TPM_RH_NULL
 * @param nonceCaller 16 octets to the size of the hash
 * @param encryptedSalt TPM2B_ENCRYPTED_SECRET without its size; empty without {@code tpmKey}
 * @param sessionType HMAC, policy or trial
 * @param symmetric how parameters are encrypted; {@code SymDef.NULL} for not at all
 * @param authHash hash of HMACs, key derivation and policy digest
 * @see "TPM 2.0 Library, Part 3, 11.1 TPM2_StartAuthSession"
 */
public record StartAuthSession(
    Handle tpmKey,
    Handle bind,
    Bytes nonceCaller,
    Bytes encryptedSalt,
    SessionType sessionType,
    SymDef symmetric,
    AlgorithmId authHash)
    implements Command<StartAuthSession.Response> {

  /**
   * What TPM2_StartAuthSession answers.
   *
   * @param sessionHandle the new session
   * @param nonceTpm the TPM's first nonce
   */
  public record Response(Handle sessionHandle, Bytes nonceTpm) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_StartAuthSession response",
            Response::new,
            plainHandle("sessionHandle", Response::sessionHandle),
            bytes16("nonceTPM", 64, Response::nonceTpm));
  }

  /** TPM_CC_StartAuthSession. */
  public static final CommandSpec<StartAuthSession, Response> SPEC =
      command(
          0x0176,
          struct(
              "TPM2_StartAuthSession",
              StartAuthSession::new,
              plainHandle("tpmKey", DH_OBJECT.or(Handle.NULL), StartAuthSession::tpmKey),
              plainHandle("bind", DH_ENTITY.or(Handle.NULL), StartAuthSession::bind),
              bytes16("nonceCaller", 64, StartAuthSession::nonceCaller),
              bytes16("encryptedSalt", StartAuthSession::encryptedSalt),
              field("sessionType", SessionType.CODEC, StartAuthSession::sessionType),
              field("symmetric", SymDef.CODEC, StartAuthSession::symmetric),
              field("authHash", AlgorithmInterface.HASH, StartAuthSession::authHash)),
          Response.CODEC);

  @Override
  public CommandSpec<StartAuthSession, Response> spec() {
    return SPEC;
  }
}
