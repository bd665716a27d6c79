//! The closed lists of terms: what an organization, an initiative, a group or a role can be.

use super::codes;

codes! {
    /// What an organization is.
    pub enum Kind {
        Association = "association",
        Foundation = "foundation",
        CulturalCentre = "cultural-centre",
        School = "school",
        Religious = "religious",
        Youth = "youth",
        Women = "women",
        Student = "student",
        Professional = "professional",
        Business = "business",
        Sports = "sports",
        Media = "media",
        Charity = "charity",
        Federation = "federation",
        Other = "other",
    }

    /// What a name of an organization is to it.
    pub enum NameRole {
        Legal = "legal",
        Short = "short",
        Acronym = "acronym",
        Native = "native",
        Transliterated = "transliterated",
        Former = "former",
        Other = "other",
    }

    /// How an organization can be reached.
    pub enum ContactChannel {
        Email = "email",
        Phone = "phone",
        PostalAddress = "postal-address",
    }

    /// What a contact is for.
    pub enum ContactPurpose {
        General = "general",
        Press = "press",
        Members = "members",
        Emergencies = "emergencies",
    }

    /// What a place is to an organization.
    pub enum PlaceRole {
        Registered = "registered",
        Meeting = "meeting",
    }

    /// How much of a place anybody may know.
    pub enum PlaceShown {
        Exact = "exact",
        City = "city",
        Country = "country",
    }

    /// What an organization had to spend in a year, in euros.
    pub enum FundingBand {
        Under5k = "under-5k",
        To25k = "5k-25k",
        To100k = "25k-100k",
        To500k = "100k-500k",
        To2m = "500k-2m",
        Over2m = "over-2m",
    }

    /// Where a registered organization stands with the board.
    pub enum Standing {
        Good = "good",
        Due = "due",
        Lapsed = "lapsed",
        Notice = "notice",
        StruckOff = "struck_off",
        Suspended = "suspended",
        Merged = "merged",
        Revived = "revived",
    }

    /// What a group of organizations is.
    pub enum GroupKind {
        Council = "council",
        Federation = "federation",
        WorkingGroup = "working-group",
        Programme = "programme",
    }

    /// What an organization or a leader is in a group.
    pub enum GroupRole {
        Chair = "chair",
        Vice = "vice",
        Lead = "lead",
        Partner = "partner",
        Supporter = "supporter",
        Member = "member",
        Observer = "observer",
    }

    /// How far an initiative has come.
    pub enum InitiativeStage {
        Idea = "idea",
        Planned = "planned",
        UnderWay = "under-way",
        Done = "done",
        Stopped = "stopped",
    }

    /// What an organization is to an initiative.
    pub enum InitiativeRole {
        Lead = "lead",
        Partner = "partner",
        Supporter = "supporter",
    }

    /// What an initiative is short of.
    pub enum Need {
        Money = "money",
        Venue = "venue",
        People = "people",
        Media = "media",
        Legal = "legal",
        Partners = "partners",
    }

    /// What an account may do in the portal as a whole.
    pub enum Role {
        Member = "member",
        PostOfficer = "post_officer",
        Coordinator = "coordinator",
        Chair = "chair",
        Admin = "admin",
        Auditor = "auditor",
    }

    /// What an account may do for one organization.
    pub enum TeamRole {
        Owner = "owner",
        Editor = "editor",
        Reader = "reader",
    }

    /// The office in which somebody signs for an organization.
    pub enum SigningOffice {
        President = "president",
        VicePresident = "vice_president",
        Secretary = "secretary",
        Treasurer = "treasurer",
        Director = "director",
        Founder = "founder",
        BoardMember = "board_member",
        Other = "other",
    }

    /// What the board is asked to decide.
    pub enum CaseKind {
        Registration = "registration",
        Amendment = "amendment",
        Renewal = "renewal",
        Claim = "claim",
        Initiative = "initiative",
    }
}

impl InitiativeStage {
    /// Whether nothing more happens.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Stopped)
    }
}

impl InitiativeRole {
    /// Whether whoever is this carries more of it than another.
    pub const fn outranks(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Lead, Self::Partner | Self::Supporter) | (Self::Partner, Self::Supporter)
        )
    }
}

impl Standing {
    /// A revived registration counts as good again; it keeps its word so that the past stays readable.
    pub const fn counts_as_good(self) -> bool {
        matches!(self, Self::Good | Self::Revived)
    }

    /// Whether it is there to take part in anything: not struck off, and not merged into another.
    pub const fn takes_part(self) -> bool {
        !matches!(self, Self::StruckOff | Self::Merged)
    }

    /// Whether the registration is in force today.
    pub const fn in_force(self) -> bool {
        matches!(self, Self::Good | Self::Due | Self::Revived)
    }
}
