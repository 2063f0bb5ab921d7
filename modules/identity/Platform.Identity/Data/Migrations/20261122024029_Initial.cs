using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Identity.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IdentityFailureCounters",
                columns: table => new
                {
                    Key = table.Column<string>(maxLength: 80, nullable: false),
                    Failures = table.Column<int>(nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false),
                    LastAddress = table.Column<string>(maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityFailureCounters", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "IdentityInvitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Email = table.Column<string>(maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(maxLength: 254, nullable: false),
                    Name = table.Column<string>(maxLength: 120, nullable: false),
                    Language = table.Column<string>(maxLength: 2, nullable: false),
                    RoleIds = table.Column<string>(maxLength: 4000, nullable: false),
                    TokenHash = table.Column<string>(maxLength: 64, nullable: false),
                    InvitedBy = table.Column<Guid>(nullable: true),
                    SentAt = table.Column<DateTime>(nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityInvitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdentityRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 64, nullable: false),
                    NormalizedName = table.Column<string>(maxLength: 64, nullable: false),
                    StandardName = table.Column<string>(maxLength: 64, nullable: true),
                    GrantsEverything = table.Column<bool>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdentityUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 120, nullable: false),
                    Language = table.Column<string>(maxLength: 2, nullable: false),
                    IsActive = table.Column<bool>(nullable: false),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    LastSignInAt = table.Column<DateTime>(nullable: true),
                    PasswordChangedAt = table.Column<DateTime>(nullable: true),
                    PasswordHash = table.Column<string>(maxLength: 256, nullable: true),
                    SecurityStamp = table.Column<string>(maxLength: 64, nullable: true),
                    UserName = table.Column<string>(maxLength: 254, nullable: false),
                    NormalizedUserName = table.Column<string>(maxLength: 254, nullable: false),
                    Email = table.Column<string>(maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(maxLength: 254, nullable: false),
                    ConcurrencyStamp = table.Column<string>(maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdentityRolePermissions",
                columns: table => new
                {
                    RoleId = table.Column<Guid>(nullable: false),
                    Permission = table.Column<string>(maxLength: 128, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityRolePermissions", x => new { x.RoleId, x.Permission });
                    table.ForeignKey(
                        name: "FK_IdentityRolePermissions_IdentityRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "IdentityRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityApiTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 100, nullable: false),
                    TokenHash = table.Column<string>(maxLength: 64, nullable: false),
                    Hint = table.Column<string>(maxLength: 12, nullable: false),
                    CompanyId = table.Column<Guid>(nullable: true),
                    Scopes = table.Column<string>(maxLength: 8000, nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false),
                    LastUsedAt = table.Column<DateTime>(nullable: true),
                    LastUsedAddress = table.Column<string>(maxLength: 64, nullable: true),
                    RevokedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityApiTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityApiTokens_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityDirectGrants",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    Permission = table.Column<string>(maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityDirectGrants", x => new { x.UserId, x.TenantId, x.Permission });
                    table.ForeignKey(
                        name: "FK_IdentityDirectGrants_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityRoleAssignments",
                columns: table => new
                {
                    UserId = table.Column<Guid>(nullable: false),
                    RoleId = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityRoleAssignments", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_IdentityRoleAssignments_IdentityRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "IdentityRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IdentityRoleAssignments_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentitySessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    KeyHash = table.Column<string>(maxLength: 64, nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    LastSeenAt = table.Column<DateTime>(nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false),
                    IdleMinutes = table.Column<int>(nullable: false),
                    IsPersistent = table.Column<bool>(nullable: false),
                    ClientAddress = table.Column<string>(maxLength: 64, nullable: false),
                    Device = table.Column<string>(maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentitySessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentitySessions_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityUserClaims",
                columns: table => new
                {
                    RowId = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    ClaimType = table.Column<string>(maxLength: 128, nullable: true),
                    ClaimValue = table.Column<string>(maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityUserClaims", x => x.RowId);
                    table.ForeignKey(
                        name: "FK_IdentityUserClaims_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(maxLength: 256, nullable: false),
                    ProviderDisplayName = table.Column<string>(maxLength: 128, nullable: true),
                    UserId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_IdentityUserLogins_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(nullable: false),
                    LoginProvider = table.Column<string>(maxLength: 128, nullable: false),
                    Name = table.Column<string>(maxLength: 128, nullable: false),
                    Value = table.Column<string>(maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_IdentityUserTokens_IdentityUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "IdentityUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityApiTokens_TokenHash",
                table: "IdentityApiTokens",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentityApiTokens_UserId",
                table: "IdentityApiTokens",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityDirectGrants_TenantId_UserId",
                table: "IdentityDirectGrants",
                columns: new[] { "TenantId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityFailureCounters_ExpiresAt",
                table: "IdentityFailureCounters",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityInvitations_TenantId_NormalizedEmail",
                table: "IdentityInvitations",
                columns: new[] { "TenantId", "NormalizedEmail" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentityRoleAssignments_RoleId",
                table: "IdentityRoleAssignments",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityRoleAssignments_TenantId_UserId",
                table: "IdentityRoleAssignments",
                columns: new[] { "TenantId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityRolePermissions_TenantId",
                table: "IdentityRolePermissions",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityRoles_TenantId_NormalizedName",
                table: "IdentityRoles",
                columns: new[] { "TenantId", "NormalizedName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySessions_ExpiresAt",
                table: "IdentitySessions",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySessions_KeyHash",
                table: "IdentitySessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentitySessions_UserId",
                table: "IdentitySessions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityUserClaims_UserId",
                table: "IdentityUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityUserLogins_UserId",
                table: "IdentityUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityUsers_NormalizedEmail",
                table: "IdentityUsers",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentityUsers_NormalizedUserName",
                table: "IdentityUsers",
                column: "NormalizedUserName",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityApiTokens");

            migrationBuilder.DropTable(
                name: "IdentityDirectGrants");

            migrationBuilder.DropTable(
                name: "IdentityFailureCounters");

            migrationBuilder.DropTable(
                name: "IdentityInvitations");

            migrationBuilder.DropTable(
                name: "IdentityRoleAssignments");

            migrationBuilder.DropTable(
                name: "IdentityRolePermissions");

            migrationBuilder.DropTable(
                name: "IdentitySessions");

            migrationBuilder.DropTable(
                name: "IdentityUserClaims");

            migrationBuilder.DropTable(
                name: "IdentityUserLogins");

            migrationBuilder.DropTable(
                name: "IdentityUserTokens");

            migrationBuilder.DropTable(
                name: "IdentityRoles");

            migrationBuilder.DropTable(
                name: "IdentityUsers");
        }
    }
}
