// Generated from the database by `npm run db:types`. Not edited by hand.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      access_tokens: {
        Row: {
          created_at: string;
          expires_at: string;
          id: string;
          last_used_at: string | null;
          name: string;
          revoked_at: string | null;
          scopes: string[];
          token_hash: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          expires_at: string;
          id: string;
          last_used_at?: string | null;
          name: string;
          revoked_at?: string | null;
          scopes: string[];
          token_hash: string;
          user_id?: string;
        };
        Update: {
          created_at?: string;
          expires_at?: string;
          id?: string;
          last_used_at?: string | null;
          name?: string;
          revoked_at?: string | null;
          scopes?: string[];
          token_hash?: string;
          user_id?: string;
        };
        Relationships: [];
      };
      achievements: {
        Row: {
          description: string;
          metric: string;
          name: string;
          position: number;
          slug: string;
          threshold: number;
          tier: string;
          translations: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          description: string;
          metric: string;
          name: string;
          position: number;
          slug: string;
          threshold: number;
          tier: string;
          translations?: NonNullable<Json>;
        };
        Update: {
          description?: string;
          metric?: string;
          name?: string;
          position?: number;
          slug?: string;
          threshold?: number;
          tier?: string;
          translations?: NonNullable<Json>;
        };
        Relationships: [];
      };
      audit_events: {
        Row: {
          action: string;
          actor_id: string | null;
          created_at: string;
          details: NonNullable<Json>;
          id: number;
          subject_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          action: string;
          actor_id?: string | null;
          created_at?: string;
          details?: NonNullable<Json>;
          id?: never;
          subject_id?: string | null;
        };
        Update: {
          action?: string;
          actor_id?: string | null;
          created_at?: string;
          details?: NonNullable<Json>;
          id?: never;
          subject_id?: string | null;
        };
        Relationships: [];
      };
      blocks: {
        Row: {
          blocked_id: string;
          blocker_id: string;
          created_at: string;
        };
        ComputedFields: never;
        Insert: {
          blocked_id: string;
          blocker_id: string;
          created_at?: string;
        };
        Update: {
          blocked_id?: string;
          blocker_id?: string;
          created_at?: string;
        };
        Relationships: [];
      };
      body_facts: {
        Row: {
          birth_date: string | null;
          created_at: string;
          height_meters: number | null;
          sex: string | null;
          updated_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          birth_date?: string | null;
          created_at?: string;
          height_meters?: number | null;
          sex?: string | null;
          updated_at?: string;
          user_id?: string;
        };
        Update: {
          birth_date?: string | null;
          created_at?: string;
          height_meters?: number | null;
          sex?: string | null;
          updated_at?: string;
          user_id?: string;
        };
        Relationships: [];
      };
      consents: {
        Row: {
          created_at: string;
          id: number;
          is_granted: boolean;
          locale: string;
          purpose: string;
          text_version: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: never;
          is_granted: boolean;
          locale: string;
          purpose: string;
          text_version: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          id?: never;
          is_granted?: boolean;
          locale?: string;
          purpose?: string;
          text_version?: string;
          user_id?: string;
        };
        Relationships: [];
      };
      enrollment_pauses: {
        Row: {
          changed_in: number;
          created_at: string;
          enrollment_id: string;
          id: string;
          paused_on: string;
          resumed_on: string | null;
          updated_at: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          enrollment_id: string;
          id?: string;
          paused_on: string;
          resumed_on?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          enrollment_id?: string;
          id?: string;
          paused_on?: string;
          resumed_on?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "enrollment_pauses_enrollment_fkey";
            columns: ["user_id", "enrollment_id"];
            isOneToOne: false;
            referencedRelation: "enrollments";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
      enrollments: {
        Row: {
          changed_in: number;
          created_at: string;
          ended_at: string | null;
          gym_id: string | null;
          id: string;
          mode: string;
          plan_id: string;
          start_weights: NonNullable<Json>;
          starts_on: string;
          status: string;
          updated_at: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          ended_at?: string | null;
          gym_id?: string | null;
          id: string;
          mode: string;
          plan_id: string;
          start_weights?: NonNullable<Json>;
          starts_on: string;
          status?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          ended_at?: string | null;
          gym_id?: string | null;
          id?: string;
          mode?: string;
          plan_id?: string;
          start_weights?: NonNullable<Json>;
          starts_on?: string;
          status?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "enrollments_gym_fkey";
            columns: ["user_id", "gym_id"];
            isOneToOne: false;
            referencedRelation: "gyms";
            referencedColumns: ["user_id", "id"];
          },
          {
            foreignKeyName: "enrollments_plan_fkey";
            columns: ["user_id", "plan_id"];
            isOneToOne: false;
            referencedRelation: "plans";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
      equipment: {
        Row: {
          id: string;
          name: string;
          position: number;
        };
        ComputedFields: never;
        Insert: {
          id: string;
          name: string;
          position: number;
        };
        Update: {
          id?: string;
          name?: string;
          position?: number;
        };
        Relationships: [];
      };
      exercise_aliases: {
        Row: {
          alias: string;
          exercise_id: string;
          locale: string;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          alias: string;
          exercise_id: string;
          locale?: string;
          user_id?: string | null;
        };
        Update: {
          alias?: string;
          exercise_id?: string;
          locale?: string;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "exercise_aliases_exercise_id_fkey";
            columns: ["exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
        ];
      };
      exercise_equipment: {
        Row: {
          equipment_id: string;
          exercise_id: string;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          equipment_id: string;
          exercise_id: string;
          user_id?: string | null;
        };
        Update: {
          equipment_id?: string;
          exercise_id?: string;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "exercise_equipment_equipment_id_fkey";
            columns: ["equipment_id"];
            isOneToOne: false;
            referencedRelation: "equipment";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exercise_equipment_exercise_id_fkey";
            columns: ["exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
        ];
      };
      exercise_media: {
        Row: {
          attribution: string | null;
          created_at: string;
          exercise_id: string;
          id: string;
          kind: string;
          license: string;
          path: string | null;
          position: number;
          source: string;
          updated_at: string;
          url: string | null;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          attribution?: string | null;
          created_at?: string;
          exercise_id: string;
          id: string;
          kind: string;
          license: string;
          path?: string | null;
          position: number;
          source: string;
          updated_at?: string;
          url?: string | null;
          user_id?: string | null;
        };
        Update: {
          attribution?: string | null;
          created_at?: string;
          exercise_id?: string;
          id?: string;
          kind?: string;
          license?: string;
          path?: string | null;
          position?: number;
          source?: string;
          updated_at?: string;
          url?: string | null;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "exercise_media_exercise_id_fkey";
            columns: ["exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
        ];
      };
      exercise_muscles: {
        Row: {
          exercise_id: string;
          muscle_id: string;
          role: string;
          user_id: string | null;
          weight: number;
        };
        ComputedFields: never;
        Insert: {
          exercise_id: string;
          muscle_id: string;
          role: string;
          user_id?: string | null;
          weight: number;
        };
        Update: {
          exercise_id?: string;
          muscle_id?: string;
          role?: string;
          user_id?: string | null;
          weight?: number;
        };
        Relationships: [
          {
            foreignKeyName: "exercise_muscles_exercise_id_fkey";
            columns: ["exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exercise_muscles_muscle_id_fkey";
            columns: ["muscle_id"];
            isOneToOne: false;
            referencedRelation: "muscles";
            referencedColumns: ["id"];
          },
        ];
      };
      exercise_preferences: {
        Row: {
          changed_in: number;
          created_at: string;
          default_rest_seconds: number | null;
          exercise_id: string;
          is_favorite: boolean;
          pinned_note: string | null;
          unit_system: string | null;
          updated_at: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          default_rest_seconds?: number | null;
          exercise_id: string;
          is_favorite?: boolean;
          pinned_note?: string | null;
          unit_system?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          default_rest_seconds?: number | null;
          exercise_id?: string;
          is_favorite?: boolean;
          pinned_note?: string | null;
          unit_system?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "exercise_preferences_exercise_id_fkey";
            columns: ["exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
        ];
      };
      exercise_translations: {
        Row: {
          cues: string[];
          exercise_id: string;
          instructions: string[];
          locale: string;
          name: string;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          cues?: string[];
          exercise_id: string;
          instructions?: string[];
          locale: string;
          name: string;
          user_id?: string | null;
        };
        Update: {
          cues?: string[];
          exercise_id?: string;
          instructions?: string[];
          locale?: string;
          name?: string;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "exercise_translations_exercise_id_fkey";
            columns: ["exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
        ];
      };
      exercises: {
        Row: {
          archived_at: string | null;
          body_weight_share: number;
          category: string;
          changed_in: number;
          created_at: string;
          cues: string[];
          force: string | null;
          id: string;
          instructions: string[];
          is_unilateral: boolean;
          kind: string;
          level: string;
          license: string;
          mechanic: string | null;
          name: string;
          replaced_by: string | null;
          slug: string | null;
          source: string;
          updated_at: string;
          user_id: string | null;
          variation_group: string | null;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          body_weight_share?: number;
          category: string;
          changed_in?: number;
          created_at?: string;
          cues?: string[];
          force?: string | null;
          id: string;
          instructions?: string[];
          is_unilateral?: boolean;
          kind: string;
          level: string;
          license?: string;
          mechanic?: string | null;
          name: string;
          replaced_by?: string | null;
          slug?: string | null;
          source?: string;
          updated_at?: string;
          user_id?: string | null;
          variation_group?: string | null;
          version?: number;
        };
        Update: {
          archived_at?: string | null;
          body_weight_share?: number;
          category?: string;
          changed_in?: number;
          created_at?: string;
          cues?: string[];
          force?: string | null;
          id?: string;
          instructions?: string[];
          is_unilateral?: boolean;
          kind?: string;
          level?: string;
          license?: string;
          mechanic?: string | null;
          name?: string;
          replaced_by?: string | null;
          slug?: string | null;
          source?: string;
          updated_at?: string;
          user_id?: string | null;
          variation_group?: string | null;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "exercises_replaced_by_fkey";
            columns: ["replaced_by"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
        ];
      };
      follows: {
        Row: {
          created_at: string;
          followee_id: string;
          follower_id: string;
          status: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          followee_id: string;
          follower_id: string;
          status?: string;
        };
        Update: {
          created_at?: string;
          followee_id?: string;
          follower_id?: string;
          status?: string;
        };
        Relationships: [];
      };
      goals: {
        Row: {
          achieved_on: string | null;
          baseline: number | null;
          changed_in: number;
          created_at: string;
          current_value: number | null;
          due_on: string | null;
          exercise_id: string | null;
          id: string;
          kind: string;
          metric: string | null;
          name: string | null;
          period: string | null;
          starts_on: string;
          target: number;
          unit: string | null;
          updated_at: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          achieved_on?: string | null;
          baseline?: number | null;
          changed_in?: number;
          created_at?: string;
          current_value?: number | null;
          due_on?: string | null;
          exercise_id?: string | null;
          id: string;
          kind: string;
          metric?: string | null;
          name?: string | null;
          period?: string | null;
          starts_on: string;
          target: number;
          unit?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Update: {
          achieved_on?: string | null;
          baseline?: number | null;
          changed_in?: number;
          created_at?: string;
          current_value?: number | null;
          due_on?: string | null;
          exercise_id?: string | null;
          id?: string;
          kind?: string;
          metric?: string | null;
          name?: string | null;
          period?: string | null;
          starts_on?: string;
          target?: number;
          unit?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "goals_exercise_id_fkey";
            columns: ["exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
        ];
      };
      gym_equipment: {
        Row: {
          changed_in: number;
          created_at: string;
          equipment_id: string | null;
          exercise_id: string | null;
          gym_id: string;
          id: string;
          max_weight_kg: number | null;
          name: string | null;
          position: number;
          quantity: number | null;
          step_kg: number | null;
          type: string;
          unit_system: string;
          updated_at: string;
          user_id: string;
          version: number;
          weight_kg: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          equipment_id?: string | null;
          exercise_id?: string | null;
          gym_id: string;
          id: string;
          max_weight_kg?: number | null;
          name?: string | null;
          position?: number;
          quantity?: number | null;
          step_kg?: number | null;
          type: string;
          unit_system?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
          weight_kg: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          equipment_id?: string | null;
          exercise_id?: string | null;
          gym_id?: string;
          id?: string;
          max_weight_kg?: number | null;
          name?: string | null;
          position?: number;
          quantity?: number | null;
          step_kg?: number | null;
          type?: string;
          unit_system?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
          weight_kg?: number;
        };
        Relationships: [
          {
            foreignKeyName: "gym_equipment_equipment_id_fkey";
            columns: ["equipment_id"];
            isOneToOne: false;
            referencedRelation: "equipment";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "gym_equipment_exercise_id_fkey";
            columns: ["exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "gym_equipment_gym_fkey";
            columns: ["user_id", "gym_id"];
            isOneToOne: false;
            referencedRelation: "gyms";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
      gyms: {
        Row: {
          changed_in: number;
          created_at: string;
          id: string;
          is_default: boolean;
          name: string;
          updated_at: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          id: string;
          is_default?: boolean;
          name: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          id?: string;
          is_default?: boolean;
          name?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [];
      };
      jobs: {
        Row: {
          attempts: number;
          created_at: string;
          due_at: string;
          error: Json | null;
          finished_at: string | null;
          id: string;
          idempotency_key: string | null;
          input: NonNullable<Json>;
          lease: string | null;
          progress: number;
          result: Json | null;
          started_at: string | null;
          state: NonNullable<Json>;
          status: string;
          type: string;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          attempts?: number;
          created_at?: string;
          due_at?: string;
          error?: Json | null;
          finished_at?: string | null;
          id?: string;
          idempotency_key?: string | null;
          input?: NonNullable<Json>;
          lease?: string | null;
          progress?: number;
          result?: Json | null;
          started_at?: string | null;
          state?: NonNullable<Json>;
          status?: string;
          type: string;
          user_id?: string | null;
        };
        Update: {
          attempts?: number;
          created_at?: string;
          due_at?: string;
          error?: Json | null;
          finished_at?: string | null;
          id?: string;
          idempotency_key?: string | null;
          input?: NonNullable<Json>;
          lease?: string | null;
          progress?: number;
          result?: Json | null;
          started_at?: string | null;
          state?: NonNullable<Json>;
          status?: string;
          type?: string;
          user_id?: string | null;
        };
        Relationships: [];
      };
      measurement_types: {
        Row: {
          changed_in: number;
          created_at: string;
          has_sides: boolean;
          id: string;
          max_value: number;
          min_value: number;
          name: string;
          position: number;
          slug: string | null;
          unit: string;
          updated_at: string;
          user_id: string | null;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          has_sides?: boolean;
          id: string;
          max_value?: number;
          min_value?: number;
          name: string;
          position?: number;
          slug?: string | null;
          unit: string;
          updated_at?: string;
          user_id?: string | null;
          version?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          has_sides?: boolean;
          id?: string;
          max_value?: number;
          min_value?: number;
          name?: string;
          position?: number;
          slug?: string | null;
          unit?: string;
          updated_at?: string;
          user_id?: string | null;
          version?: number;
        };
        Relationships: [];
      };
      measurements: {
        Row: {
          changed_in: number;
          created_at: string;
          day_start_hour: number;
          external_id: string | null;
          id: string;
          local_date: string;
          measured_at: string;
          notes: string | null;
          side: string | null;
          source: string | null;
          time_zone: string;
          type_id: string;
          updated_at: string;
          user_id: string;
          value: number;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          day_start_hour?: number;
          external_id?: string | null;
          id: string;
          local_date?: string;
          measured_at: string;
          notes?: string | null;
          side?: string | null;
          source?: string | null;
          time_zone: string;
          type_id: string;
          updated_at?: string;
          user_id?: string;
          value: number;
          version?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          day_start_hour?: number;
          external_id?: string | null;
          id?: string;
          local_date?: string;
          measured_at?: string;
          notes?: string | null;
          side?: string | null;
          source?: string | null;
          time_zone?: string;
          type_id?: string;
          updated_at?: string;
          user_id?: string;
          value?: number;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "measurements_type_id_fkey";
            columns: ["type_id"];
            isOneToOne: false;
            referencedRelation: "measurement_types";
            referencedColumns: ["id"];
          },
        ];
      };
      muscles: {
        Row: {
          id: string;
          name: string;
          name_latin: string;
          position: number;
          region: string;
        };
        ComputedFields: never;
        Insert: {
          id: string;
          name: string;
          name_latin: string;
          position: number;
          region: string;
        };
        Update: {
          id?: string;
          name?: string;
          name_latin?: string;
          position?: number;
          region?: string;
        };
        Relationships: [];
      };
      plan_days: {
        Row: {
          changed_in: number;
          created_at: string;
          id: string;
          name: string | null;
          notes: string | null;
          plan_id: string;
          position: number;
          routine_id: string | null;
          updated_at: string;
          user_id: string;
          version: number;
          week: number;
          weekday: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          id: string;
          name?: string | null;
          notes?: string | null;
          plan_id: string;
          position?: number;
          routine_id?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          week: number;
          weekday: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          id?: string;
          name?: string | null;
          notes?: string | null;
          plan_id?: string;
          position?: number;
          routine_id?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          week?: number;
          weekday?: number;
        };
        Relationships: [
          {
            foreignKeyName: "plan_days_plan_fkey";
            columns: ["user_id", "plan_id"];
            isOneToOne: false;
            referencedRelation: "plans";
            referencedColumns: ["user_id", "id"];
          },
          {
            foreignKeyName: "plan_days_routine_fkey";
            columns: ["user_id", "routine_id"];
            isOneToOne: false;
            referencedRelation: "routines";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
      plan_likes: {
        Row: {
          created_at: string;
          published_plan_id: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          published_plan_id: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          published_plan_id?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "plan_likes_published_plan_id_fkey";
            columns: ["published_plan_id"];
            isOneToOne: false;
            referencedRelation: "published_plans";
            referencedColumns: ["id"];
          },
        ];
      };
      plan_sources: {
        Row: {
          author_id: string | null;
          plan_id: string;
          published_plan_id: string | null;
          source_plan_id: string | null;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          author_id?: string | null;
          plan_id: string;
          published_plan_id?: string | null;
          source_plan_id?: string | null;
          user_id: string;
        };
        Update: {
          author_id?: string | null;
          plan_id?: string;
          published_plan_id?: string | null;
          source_plan_id?: string | null;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "plan_sources_plan_fkey";
            columns: ["user_id", "plan_id"];
            isOneToOne: false;
            referencedRelation: "plans";
            referencedColumns: ["user_id", "id"];
          },
          {
            foreignKeyName: "plan_sources_published_plan_id_fkey";
            columns: ["published_plan_id"];
            isOneToOne: false;
            referencedRelation: "published_plans";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "plan_sources_source_plan_id_fkey";
            columns: ["source_plan_id"];
            isOneToOne: false;
            referencedRelation: "plans";
            referencedColumns: ["id"];
          },
        ];
      };
      plan_uses: {
        Row: {
          created_at: string;
          published_plan_id: string;
          type: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          published_plan_id: string;
          type: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          published_plan_id?: string;
          type?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "plan_uses_published_plan_id_fkey";
            columns: ["published_plan_id"];
            isOneToOne: false;
            referencedRelation: "published_plans";
            referencedColumns: ["id"];
          },
        ];
      };
      plans: {
        Row: {
          changed_in: number;
          created_at: string;
          deload_weeks: number[];
          description: string | null;
          effective_visibility: string;
          goal: string | null;
          id: string;
          is_repeating: boolean;
          level: string | null;
          name: string;
          tags: string[];
          updated_at: string;
          user_id: string;
          version: number;
          visibility: string;
          weeks: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          deload_weeks?: number[];
          description?: string | null;
          effective_visibility?: string;
          goal?: string | null;
          id: string;
          is_repeating?: boolean;
          level?: string | null;
          name: string;
          tags?: string[];
          updated_at?: string;
          user_id?: string;
          version?: number;
          visibility?: string;
          weeks?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          deload_weeks?: number[];
          description?: string | null;
          effective_visibility?: string;
          goal?: string | null;
          id?: string;
          is_repeating?: boolean;
          level?: string | null;
          name?: string;
          tags?: string[];
          updated_at?: string;
          user_id?: string;
          version?: number;
          visibility?: string;
          weeks?: number;
        };
        Relationships: [];
      };
      profile_settings: {
        Row: {
          changed_in: number;
          created_at: string;
          day_start_hour: number;
          default_routine_visibility: string;
          default_workout_visibility: string;
          e1rm_formula: string;
          locale: string;
          time_zone: string;
          unit_system: string;
          updated_at: string;
          user_id: string;
          username_changed_at: string | null;
          version: number;
          week_start: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          day_start_hour?: number;
          default_routine_visibility?: string;
          default_workout_visibility?: string;
          e1rm_formula?: string;
          locale?: string;
          time_zone?: string;
          unit_system?: string;
          updated_at?: string;
          user_id: string;
          username_changed_at?: string | null;
          version?: number;
          week_start?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          day_start_hour?: number;
          default_routine_visibility?: string;
          default_workout_visibility?: string;
          e1rm_formula?: string;
          locale?: string;
          time_zone?: string;
          unit_system?: string;
          updated_at?: string;
          user_id?: string;
          username_changed_at?: string | null;
          version?: number;
          week_start?: number;
        };
        Relationships: [];
      };
      profiles: {
        Row: {
          avatar_color: string | null;
          avatar_path: string | null;
          avatar_thumbhash: string | null;
          bio: string | null;
          created_at: string;
          display_name: string | null;
          updated_at: string;
          user_id: string;
          username: string | null;
          username_key: string | null;
          visibility: string;
        };
        ComputedFields: never;
        Insert: {
          avatar_color?: string | null;
          avatar_path?: string | null;
          avatar_thumbhash?: string | null;
          bio?: string | null;
          created_at?: string;
          display_name?: string | null;
          updated_at?: string;
          user_id: string;
          username?: string | null;
          username_key?: never;
          visibility?: string;
        };
        Update: {
          avatar_color?: string | null;
          avatar_path?: string | null;
          avatar_thumbhash?: string | null;
          bio?: string | null;
          created_at?: string;
          display_name?: string | null;
          updated_at?: string;
          user_id?: string;
          username?: string | null;
          username_key?: never;
          visibility?: string;
        };
        Relationships: [];
      };
      progress_photos: {
        Row: {
          changed_in: number;
          created_at: string;
          dominant_color: string | null;
          id: string;
          image_path: string;
          notes: string | null;
          pose: string;
          taken_on: string;
          thumbhash: string | null;
          updated_at: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          dominant_color?: string | null;
          id: string;
          image_path: string;
          notes?: string | null;
          pose: string;
          taken_on: string;
          thumbhash?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          dominant_color?: string | null;
          id?: string;
          image_path?: string;
          notes?: string | null;
          pose?: string;
          taken_on?: string;
          thumbhash?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [];
      };
      published_plans: {
        Row: {
          completion_count: number;
          copy_count: number;
          created_at: string;
          days_per_week: number;
          description: string | null;
          document: NonNullable<Json>;
          effective_visibility: string;
          equipment: string[];
          exercises: number;
          goal: string | null;
          id: string;
          is_repeating: boolean;
          level: string | null;
          license: string;
          like_count: number;
          name: string;
          popularity: number;
          published_at: string;
          removal_reason: string | null;
          removed_at: string | null;
          slug: string | null;
          source: string;
          tags: string[];
          updated_at: string;
          user_id: string | null;
          visibility: string;
          weeks: number;
        };
        ComputedFields: never;
        Insert: {
          completion_count?: number;
          copy_count?: number;
          created_at?: string;
          days_per_week: number;
          description?: string | null;
          document: NonNullable<Json>;
          effective_visibility?: string;
          equipment?: string[];
          exercises: number;
          goal?: string | null;
          id: string;
          is_repeating: boolean;
          level?: string | null;
          license: string;
          like_count?: number;
          name: string;
          popularity?: never;
          published_at?: string;
          removal_reason?: string | null;
          removed_at?: string | null;
          slug?: string | null;
          source: string;
          tags?: string[];
          updated_at?: string;
          user_id?: string | null;
          visibility?: string;
          weeks: number;
        };
        Update: {
          completion_count?: number;
          copy_count?: number;
          created_at?: string;
          days_per_week?: number;
          description?: string | null;
          document?: NonNullable<Json>;
          effective_visibility?: string;
          equipment?: string[];
          exercises?: number;
          goal?: string | null;
          id?: string;
          is_repeating?: boolean;
          level?: string | null;
          license?: string;
          like_count?: number;
          name?: string;
          popularity?: never;
          published_at?: string;
          removal_reason?: string | null;
          removed_at?: string | null;
          slug?: string | null;
          source?: string;
          tags?: string[];
          updated_at?: string;
          user_id?: string | null;
          visibility?: string;
          weeks?: number;
        };
        Relationships: [];
      };
      routine_exercises: {
        Row: {
          changed_in: number;
          created_at: string;
          exercise_id: string;
          exercise_kind: string;
          id: string;
          notes: string | null;
          position: number;
          progression: Json | null;
          rest_seconds: number | null;
          routine_id: string;
          superset_group: number | null;
          updated_at: string;
          user_id: string;
          version: number;
          warmup_ramp: Json | null;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          exercise_id: string;
          exercise_kind?: string;
          id: string;
          notes?: string | null;
          position: number;
          progression?: Json | null;
          rest_seconds?: number | null;
          routine_id: string;
          superset_group?: number | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          warmup_ramp?: Json | null;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          exercise_id?: string;
          exercise_kind?: string;
          id?: string;
          notes?: string | null;
          position?: number;
          progression?: Json | null;
          rest_seconds?: number | null;
          routine_id?: string;
          superset_group?: number | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          warmup_ramp?: Json | null;
        };
        Relationships: [
          {
            foreignKeyName: "routine_exercises_exercise_fkey";
            columns: ["exercise_id", "exercise_kind"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id", "kind"];
          },
          {
            foreignKeyName: "routine_exercises_routine_fkey";
            columns: ["user_id", "routine_id"];
            isOneToOne: false;
            referencedRelation: "routines";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
      routine_folders: {
        Row: {
          changed_in: number;
          created_at: string;
          id: string;
          name: string;
          position: number;
          updated_at: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          id: string;
          name: string;
          position?: number;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          id?: string;
          name?: string;
          position?: number;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [];
      };
      routine_sets: {
        Row: {
          changed_in: number;
          created_at: string;
          distance_meters: number | null;
          duration_seconds: number | null;
          exercise_kind: string;
          id: string;
          load_percent: number | null;
          load_percent_of: string | null;
          max_reps: number | null;
          min_reps: number | null;
          position: number;
          rest_seconds: number | null;
          rir: number | null;
          routine_exercise_id: string;
          routine_id: string;
          rpe: number | null;
          set_type: string;
          updated_at: string;
          user_id: string;
          version: number;
          weight_kg: number | null;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          distance_meters?: number | null;
          duration_seconds?: number | null;
          exercise_kind?: string;
          id: string;
          load_percent?: number | null;
          load_percent_of?: string | null;
          max_reps?: number | null;
          min_reps?: number | null;
          position: number;
          rest_seconds?: number | null;
          rir?: number | null;
          routine_exercise_id: string;
          routine_id?: string;
          rpe?: number | null;
          set_type?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
          weight_kg?: number | null;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          distance_meters?: number | null;
          duration_seconds?: number | null;
          exercise_kind?: string;
          id?: string;
          load_percent?: number | null;
          load_percent_of?: string | null;
          max_reps?: number | null;
          min_reps?: number | null;
          position?: number;
          rest_seconds?: number | null;
          rir?: number | null;
          routine_exercise_id?: string;
          routine_id?: string;
          rpe?: number | null;
          set_type?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
          weight_kg?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: "routine_sets_routine_exercise_fkey";
            columns: ["user_id", "routine_id", "exercise_kind", "routine_exercise_id"];
            isOneToOne: false;
            referencedRelation: "routine_exercises";
            referencedColumns: ["user_id", "routine_id", "exercise_kind", "id"];
          },
        ];
      };
      routine_sources: {
        Row: {
          author_id: string | null;
          routine_id: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          author_id?: string | null;
          routine_id: string;
          user_id: string;
        };
        Update: {
          author_id?: string | null;
          routine_id?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "routine_sources_routine_fkey";
            columns: ["user_id", "routine_id"];
            isOneToOne: false;
            referencedRelation: "routines";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
      routines: {
        Row: {
          changed_in: number;
          created_at: string;
          effective_visibility: string;
          folder_id: string | null;
          id: string;
          name: string;
          notes: string | null;
          position: number;
          updated_at: string;
          user_id: string;
          version: number;
          visibility: string;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          effective_visibility?: string;
          folder_id?: string | null;
          id: string;
          name: string;
          notes?: string | null;
          position?: number;
          updated_at?: string;
          user_id?: string;
          version?: number;
          visibility?: string;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          effective_visibility?: string;
          folder_id?: string | null;
          id?: string;
          name?: string;
          notes?: string | null;
          position?: number;
          updated_at?: string;
          user_id?: string;
          version?: number;
          visibility?: string;
        };
        Relationships: [
          {
            foreignKeyName: "routines_folder_fkey";
            columns: ["user_id", "folder_id"];
            isOneToOne: false;
            referencedRelation: "routine_folders";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
      share_links: {
        Row: {
          copy_count: number;
          created_at: string;
          expires_at: string;
          id: string;
          last_used_at: string | null;
          max_copies: number | null;
          plan_id: string | null;
          revoked_at: string | null;
          routine_id: string | null;
          token_hash: string;
          user_id: string;
          view_count: number;
        };
        ComputedFields: never;
        Insert: {
          copy_count?: number;
          created_at?: string;
          expires_at: string;
          id: string;
          last_used_at?: string | null;
          max_copies?: number | null;
          plan_id?: string | null;
          revoked_at?: string | null;
          routine_id?: string | null;
          token_hash: string;
          user_id?: string;
          view_count?: number;
        };
        Update: {
          copy_count?: number;
          created_at?: string;
          expires_at?: string;
          id?: string;
          last_used_at?: string | null;
          max_copies?: number | null;
          plan_id?: string | null;
          revoked_at?: string | null;
          routine_id?: string | null;
          token_hash?: string;
          user_id?: string;
          view_count?: number;
        };
        Relationships: [
          {
            foreignKeyName: "share_links_plan_fkey";
            columns: ["user_id", "plan_id"];
            isOneToOne: false;
            referencedRelation: "plans";
            referencedColumns: ["user_id", "id"];
          },
          {
            foreignKeyName: "share_links_routine_fkey";
            columns: ["user_id", "routine_id"];
            isOneToOne: false;
            referencedRelation: "routines";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
      submission_reviews: {
        Row: {
          created_at: string;
          decision: string;
          id: number;
          moderator_id: string | null;
          reason: string | null;
          submission_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          decision: string;
          id?: never;
          moderator_id?: string | null;
          reason?: string | null;
          submission_id: string;
          version: number;
        };
        Update: {
          created_at?: string;
          decision?: string;
          id?: never;
          moderator_id?: string | null;
          reason?: string | null;
          submission_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "submission_reviews_submission_id_fkey";
            columns: ["submission_id"];
            isOneToOne: false;
            referencedRelation: "submissions";
            referencedColumns: ["id"];
          },
        ];
      };
      submissions: {
        Row: {
          content: NonNullable<Json>;
          created_at: string;
          exercise_id: string | null;
          id: string;
          note: string | null;
          plan_id: string | null;
          result_exercise_id: string | null;
          status: string;
          submitted_at: string;
          type: string;
          updated_at: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          content: NonNullable<Json>;
          created_at?: string;
          exercise_id?: string | null;
          id?: string;
          note?: string | null;
          plan_id?: string | null;
          result_exercise_id?: string | null;
          status?: string;
          submitted_at?: string;
          type: string;
          updated_at?: string;
          user_id: string;
          version?: number;
        };
        Update: {
          content?: NonNullable<Json>;
          created_at?: string;
          exercise_id?: string | null;
          id?: string;
          note?: string | null;
          plan_id?: string | null;
          result_exercise_id?: string | null;
          status?: string;
          submitted_at?: string;
          type?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "submissions_exercise_id_fkey";
            columns: ["exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "submissions_plan_id_fkey";
            columns: ["plan_id"];
            isOneToOne: false;
            referencedRelation: "plans";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "submissions_result_exercise_id_fkey";
            columns: ["result_exercise_id"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id"];
          },
        ];
      };
      user_roles: {
        Row: {
          created_at: string;
          granted_by: string | null;
          role: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          granted_by?: string | null;
          role: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          granted_by?: string | null;
          role?: string;
          user_id?: string;
        };
        Relationships: [];
      };
      workout_exercises: {
        Row: {
          changed_in: number;
          created_at: string;
          exercise_id: string;
          exercise_kind: string;
          id: string;
          local_date: string;
          notes: string | null;
          position: number;
          routine_exercise_id: string | null;
          superset_group: number | null;
          updated_at: string;
          user_id: string;
          version: number;
          workout_id: string;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          exercise_id: string;
          exercise_kind?: string;
          id: string;
          local_date?: string;
          notes?: string | null;
          position: number;
          routine_exercise_id?: string | null;
          superset_group?: number | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          workout_id: string;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          exercise_id?: string;
          exercise_kind?: string;
          id?: string;
          local_date?: string;
          notes?: string | null;
          position?: number;
          routine_exercise_id?: string | null;
          superset_group?: number | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          workout_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "workout_exercises_exercise_fkey";
            columns: ["exercise_id", "exercise_kind"];
            isOneToOne: false;
            referencedRelation: "exercises";
            referencedColumns: ["id", "kind"];
          },
          {
            foreignKeyName: "workout_exercises_routine_exercise_id_fkey";
            columns: ["routine_exercise_id"];
            isOneToOne: false;
            referencedRelation: "routine_exercises";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "workout_exercises_workout_fkey";
            columns: ["user_id", "local_date", "workout_id"];
            isOneToOne: false;
            referencedRelation: "workout_summaries";
            referencedColumns: ["user_id", "local_date", "id"];
          },
          {
            foreignKeyName: "workout_exercises_workout_fkey";
            columns: ["user_id", "local_date", "workout_id"];
            isOneToOne: false;
            referencedRelation: "workouts";
            referencedColumns: ["user_id", "local_date", "id"];
          },
        ];
      };
      workout_set_vitals: {
        Row: {
          average_heart_rate: number | null;
          changed_in: number;
          created_at: string;
          energy_kcal: number | null;
          max_heart_rate: number | null;
          updated_at: string;
          user_id: string;
          version: number;
          workout_set_id: string;
        };
        ComputedFields: never;
        Insert: {
          average_heart_rate?: number | null;
          changed_in?: number;
          created_at?: string;
          energy_kcal?: number | null;
          max_heart_rate?: number | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          workout_set_id: string;
        };
        Update: {
          average_heart_rate?: number | null;
          changed_in?: number;
          created_at?: string;
          energy_kcal?: number | null;
          max_heart_rate?: number | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          workout_set_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "workout_set_vitals_workout_set_id_fkey";
            columns: ["workout_set_id"];
            isOneToOne: true;
            referencedRelation: "workout_sets";
            referencedColumns: ["id"];
          },
        ];
      };
      workout_sets: {
        Row: {
          changed_in: number;
          completed_at: string | null;
          created_at: string;
          distance_meters: number | null;
          duration_seconds: number | null;
          exercise_id: string;
          exercise_kind: string;
          id: string;
          incline_percent: number | null;
          local_date: string;
          notes: string | null;
          position: number;
          reps: number | null;
          rest_seconds: number | null;
          rir: number | null;
          rpe: number | null;
          set_type: string;
          side: string | null;
          steps: number | null;
          target: Json | null;
          tempo: string | null;
          updated_at: string;
          user_id: string;
          version: number;
          weight_kg: number | null;
          workout_exercise_id: string;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          completed_at?: string | null;
          created_at?: string;
          distance_meters?: number | null;
          duration_seconds?: number | null;
          exercise_id?: string;
          exercise_kind?: string;
          id: string;
          incline_percent?: number | null;
          local_date?: string;
          notes?: string | null;
          position: number;
          reps?: number | null;
          rest_seconds?: number | null;
          rir?: number | null;
          rpe?: number | null;
          set_type?: string;
          side?: string | null;
          steps?: number | null;
          target?: Json | null;
          tempo?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          weight_kg?: number | null;
          workout_exercise_id: string;
        };
        Update: {
          changed_in?: number;
          completed_at?: string | null;
          created_at?: string;
          distance_meters?: number | null;
          duration_seconds?: number | null;
          exercise_id?: string;
          exercise_kind?: string;
          id?: string;
          incline_percent?: number | null;
          local_date?: string;
          notes?: string | null;
          position?: number;
          reps?: number | null;
          rest_seconds?: number | null;
          rir?: number | null;
          rpe?: number | null;
          set_type?: string;
          side?: string | null;
          steps?: number | null;
          target?: Json | null;
          tempo?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          weight_kg?: number | null;
          workout_exercise_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "workout_sets_workout_exercise_fkey";
            columns: ["user_id", "exercise_id", "local_date", "exercise_kind", "workout_exercise_id"];
            isOneToOne: false;
            referencedRelation: "workout_exercises";
            referencedColumns: ["user_id", "exercise_id", "local_date", "exercise_kind", "id"];
          },
        ];
      };
      workout_vitals: {
        Row: {
          average_heart_rate: number | null;
          changed_in: number;
          created_at: string;
          energy_kcal: number | null;
          max_heart_rate: number | null;
          updated_at: string;
          user_id: string;
          version: number;
          workout_id: string;
        };
        ComputedFields: never;
        Insert: {
          average_heart_rate?: number | null;
          changed_in?: number;
          created_at?: string;
          energy_kcal?: number | null;
          max_heart_rate?: number | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          workout_id: string;
        };
        Update: {
          average_heart_rate?: number | null;
          changed_in?: number;
          created_at?: string;
          energy_kcal?: number | null;
          max_heart_rate?: number | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          workout_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "workout_vitals_workout_id_fkey";
            columns: ["workout_id"];
            isOneToOne: true;
            referencedRelation: "workout_summaries";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "workout_vitals_workout_id_fkey";
            columns: ["workout_id"];
            isOneToOne: true;
            referencedRelation: "workouts";
            referencedColumns: ["id"];
          },
        ];
      };
      workouts: {
        Row: {
          changed_in: number;
          created_at: string;
          day_start_hour: number;
          effective_visibility: string;
          ended_at: string | null;
          enrollment_id: string | null;
          external_id: string | null;
          id: string;
          local_date: string;
          name: string;
          notes: string | null;
          revision: number;
          routine_id: string | null;
          session_rpe: number | null;
          source: string | null;
          started_at: string;
          time_zone: string;
          updated_at: string;
          user_id: string;
          version: number;
          visibility: string;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: number;
          created_at?: string;
          day_start_hour?: number;
          effective_visibility?: string;
          ended_at?: string | null;
          enrollment_id?: string | null;
          external_id?: string | null;
          id: string;
          local_date?: string;
          name: string;
          notes?: string | null;
          revision?: number;
          routine_id?: string | null;
          session_rpe?: number | null;
          source?: string | null;
          started_at: string;
          time_zone: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
          visibility?: string;
        };
        Update: {
          changed_in?: number;
          created_at?: string;
          day_start_hour?: number;
          effective_visibility?: string;
          ended_at?: string | null;
          enrollment_id?: string | null;
          external_id?: string | null;
          id?: string;
          local_date?: string;
          name?: string;
          notes?: string | null;
          revision?: number;
          routine_id?: string | null;
          session_rpe?: number | null;
          source?: string | null;
          started_at?: string;
          time_zone?: string;
          updated_at?: string;
          user_id?: string;
          version?: number;
          visibility?: string;
        };
        Relationships: [
          {
            foreignKeyName: "workouts_enrollment_fkey";
            columns: ["user_id", "enrollment_id"];
            isOneToOne: false;
            referencedRelation: "enrollments";
            referencedColumns: ["user_id", "id"];
          },
          {
            foreignKeyName: "workouts_routine_fkey";
            columns: ["user_id", "routine_id"];
            isOneToOne: false;
            referencedRelation: "routines";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
    };
    Views: {
      exercise_progress: {
        Row: {
          best_e1rm_kg: number | null;
          best_pace_seconds: number | null;
          best_set_volume_kg: number | null;
          distance_meters: number;
          duration_seconds: number;
          effective_volume_kg: number | null;
          exercise_id: string;
          farthest_meters: number | null;
          local_date: string;
          longest_seconds: number | null;
          max_weight_kg: number | null;
          most_reps: number | null;
          reps: number;
          sets: number;
          user_id: string;
          volume_kg: number;
        };
        ComputedFields: never;
        Relationships: [];
      };
      records: {
        Row: {
          achieved_on: string | null;
          confirmed_at: string | null;
          exercise_id: string | null;
          is_baseline: boolean | null;
          is_suspect: boolean | null;
          kind: string | null;
          previous_value: number | null;
          reps: number | null;
          started_at: string | null;
          unit: string | null;
          user_id: string | null;
          value: number | null;
          workout_id: string | null;
          workout_set_id: string | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
      weekly_muscle_sets: {
        Row: {
          muscle_id: string;
          primary_sets: number | null;
          sets: number | null;
          user_id: string;
          volume_kg: number | null;
          week_start: string | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "exercise_muscles_muscle_id_fkey";
            columns: ["muscle_id"];
            isOneToOne: false;
            referencedRelation: "muscles";
            referencedColumns: ["id"];
          },
        ];
      };
      weekly_training: {
        Row: {
          distance_meters: number | null;
          duration_seconds: number | null;
          reps: number | null;
          session_load: number | null;
          sets: number | null;
          training_days: number | null;
          user_id: string;
          volume_kg: number | null;
          week_start: string | null;
          workouts: number | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
      workout_summaries: {
        Row: {
          distance_meters: number | null;
          duration_seconds: number | null;
          ended_at: string | null;
          exercises: number | null;
          id: string;
          local_date: string;
          name: string;
          reps: number | null;
          routine_id: string | null;
          sets: number | null;
          started_at: string;
          user_id: string;
          visibility: string;
          volume_kg: number | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "workouts_routine_fkey";
            columns: ["user_id", "routine_id"];
            isOneToOne: false;
            referencedRelation: "routines";
            referencedColumns: ["user_id", "id"];
          },
        ];
      };
    };
    Functions: {
      achievement_progress: { Args: { p_on?: string }; Returns: Json };
      add_export: { Args: { p_idempotency_key?: string; p_user_id: string }; Returns: Json };
      add_import: { Args: { p_idempotency_key?: string; p_input: Json; p_user_id: string }; Returns: Json };
      adherence: { Args: { p_from: string; p_on?: string; p_to: string }; Returns: Json };
      body_weight_rate: { Args: { p_from?: string; p_to?: string }; Returns: Json };
      body_weight_trend: {
        Args: { p_from?: string; p_to?: string };
        Returns: {
          ewma_kg: number;
          local_date: string;
          mean_kg: number;
          readings: number;
          weight_kg: number;
        }[];
      };
      cancel_job: { Args: { p_job_id: string }; Returns: Json };
      change_username: { Args: { p_username: string }; Returns: boolean };
      claim_job: { Args: Record<PropertyKey, never>; Returns: Json };
      community_plan: { Args: { p_id: string }; Returns: Json };
      community_plans: {
        Args: {
          p_cursor?: string;
          p_days_per_week?: number;
          p_equipment?: string[];
          p_goals?: string[];
          p_levels?: string[];
          p_limit?: number;
          p_query?: string;
          p_sort?: string;
          p_tags?: string[];
          p_weeks_max?: number;
          p_weeks_min?: number;
        };
        Returns: Json;
      };
      compare_periods: {
        Args: { p_from: string; p_other_from: string; p_other_to: string; p_to: string };
        Returns: Json;
      };
      confirm_record: { Args: { p_exercise_id: string; p_workout_id: string }; Returns: Json };
      copy_plan: { Args: { p_copy_id: string; p_name?: string; p_plan_id: string }; Returns: Json };
      copy_shared: { Args: { p_copy_id: string; p_name?: string; p_token: string }; Returns: Json };
      count_use: { Args: { p_policy: string; p_subject: string }; Returns: Json };
      create_access_token: {
        Args: { p_expires_in_days?: number; p_name: string; p_scopes: string[]; p_token_id: string };
        Returns: Json;
      };
      create_share_link: {
        Args: {
          p_expires_in_days?: number;
          p_link_id: string;
          p_max_copies?: number;
          p_plan_id?: string;
          p_routine_id?: string;
        };
        Returns: Json;
      };
      dashboard: { Args: { p_from: string; p_to: string }; Returns: Json };
      data_version: { Args: Record<PropertyKey, never>; Returns: string };
      delete_exercise: { Args: { p_exercise_id: string }; Returns: Json };
      discard_workout: { Args: { p_workout_id: string }; Returns: Json };
      end_enrollment: { Args: { p_enrollment_id: string; p_status: string }; Returns: Json };
      enroll: {
        Args: {
          p_enrollment_id: string;
          p_gym_id?: string;
          p_mode: string;
          p_plan_id: string;
          p_start_weights?: Json;
          p_starts_on: string;
        };
        Returns: Json;
      };
      enrollment: { Args: { p_enrollment_id: string }; Returns: Json };
      enrollment_schedule: { Args: { p_enrollment_id: string; p_from: string; p_to: string }; Returns: Json };
      exercise_history: {
        Args: { p_cursor?: string; p_exercise_id: string; p_limit?: number };
        Returns: Json;
      };
      exercise_plateau: {
        Args: {
          p_exercise_id: string;
          p_formula?: string;
          p_metric?: string;
          p_on?: string;
          p_weeks?: number;
        };
        Returns: Json;
      };
      exercise_projection: {
        Args: {
          p_exercise_id: string;
          p_formula?: string;
          p_metric?: string;
          p_on?: string;
          p_target: number;
          p_weeks?: number;
        };
        Returns: Json;
      };
      exercise_rate: {
        Args: {
          p_exercise_id: string;
          p_formula?: string;
          p_from?: string;
          p_metric?: string;
          p_to?: string;
        };
        Returns: Json;
      };
      exercise_trend: {
        Args: {
          p_bucket?: string;
          p_exercise_id: string;
          p_formula?: string;
          p_from?: string;
          p_metric?: string;
          p_to?: string;
        };
        Returns: {
          bucket_start: string;
          days: number;
          moving_average: number;
          value: number;
        }[];
      };
      export_page: {
        Args: { p_after?: string; p_file: string; p_job_id: string; p_lease: string; p_section: string };
        Returns: Json;
      };
      export_task: { Args: { p_job_id: string; p_lease: string }; Returns: Json };
      finish_workout: {
        Args: {
          p_drop_unfinished?: boolean;
          p_ended_at?: string;
          p_notes?: string;
          p_session_rpe?: number;
          p_workout_id: string;
        };
        Returns: Json;
      };
      get_shared: { Args: { p_token: string }; Returns: Json };
      goal_progress: { Args: { p_on?: string }; Returns: Json };
      grant_role: { Args: { p_role: string; p_user_id: string }; Returns: undefined };
      import_task: { Args: { p_job_id: string; p_lease: string }; Returns: Json };
      is_cron_token: { Args: { p_token: string }; Returns: boolean };
      is_username_available: { Args: { p_username: string }; Returns: boolean };
      keep_export: { Args: { p_file: Json; p_job_id: string; p_lease: string }; Returns: Json };
      keep_report: { Args: { p_body: string; p_key: string; p_user_id: string }; Returns: undefined };
      last_performance: { Args: { p_exercise_ids: string[] }; Returns: Json };
      like_plan: { Args: { p_id: string }; Returns: undefined };
      load_plates: {
        Args: { p_exercise_id?: string; p_gym_id?: string; p_weight_kg?: number };
        Returns: Json;
      };
      log_measurements: { Args: { p_measurements: Json }; Returns: Json };
      log_workout: { Args: { p_workout: Json }; Returns: Json };
      match_import: {
        Args: { p_exercises?: Json; p_keys: string[]; p_mapping: Json; p_names: string[]; p_user_id: string };
        Returns: Json;
      };
      me: { Args: Record<PropertyKey, never>; Returns: Json };
      merge_exercises: { Args: { p_from: string; p_into: string }; Returns: Json };
      muscle_balance: {
        Args: { p_from: string; p_max_sets?: number; p_min_sets?: number; p_to: string };
        Returns: Json;
      };
      next_workout: { Args: { p_enrollment_id: string; p_on?: string }; Returns: Json };
      open_report: { Args: { p_after: string; p_before: string }; Returns: Json };
      orphaned_files: {
        Args: { p_limit?: number };
        Returns: {
          bucket_id: string;
          name: string;
        }[];
      };
      pause_enrollment: { Args: { p_enrollment_id: string; p_on?: string }; Returns: Json };
      plan: { Args: { p_plan_id: string }; Returns: Json };
      platform_activity: { Args: { p_from: string; p_to: string }; Returns: Json };
      platform_exercises: { Args: { p_limit?: number; p_month: string }; Returns: Json };
      platform_retention: { Args: { p_from_month: string; p_months?: number }; Returns: Json };
      record_avatar: {
        Args: { p_dominant_color: string; p_image_id: string; p_thumbhash: string; p_user_id: string };
        Returns: Json;
      };
      record_card: {
        Args: { p_exercise_id: string; p_kind: string; p_reps?: number; p_workout_id: string };
        Returns: Json;
      };
      record_consent: {
        Args: { p_locale: string; p_purpose: string; p_text_version: string };
        Returns: Json;
      };
      release_job: { Args: { p_error?: Json; p_job_id: string; p_lease: string }; Returns: undefined };
      release_report: { Args: { p_key: string; p_user_id: string }; Returns: undefined };
      remove_published_plan: { Args: { p_id: string; p_reason: string }; Returns: undefined };
      repeat_workout: { Args: { p_repeat_id: string; p_workout_id: string }; Returns: Json };
      report: { Args: { p_on?: string; p_period: string }; Returns: Json };
      restore_exercise: { Args: { p_exercise_id: string }; Returns: Json };
      resume_enrollment: { Args: { p_enrollment_id: string; p_on?: string }; Returns: Json };
      review_submission: {
        Args: { p_decision: string; p_reason?: string; p_submission_id: string; p_version: number };
        Returns: Json;
      };
      revoke_access_token: { Args: { p_token_id: string }; Returns: Json };
      revoke_role: { Args: { p_role: string; p_user_id: string }; Returns: undefined };
      revoke_share_link: { Args: { p_link_id: string }; Returns: Json };
      routine: { Args: { p_routine_id: string }; Returns: Json };
      save_exercise: { Args: { p_exercise: Json }; Returns: Json };
      save_gym: { Args: { p_gym: Json }; Returns: Json };
      save_plan: { Args: { p_plan: Json }; Returns: Json };
      save_routine: { Args: { p_routine: Json }; Returns: Json };
      save_workout_as_routine: {
        Args: { p_name?: string; p_routine_id: string; p_workout_id: string };
        Returns: Json;
      };
      search_exercises: {
        Args: {
          p_categories?: string[];
          p_cursor?: string;
          p_equipment?: string[];
          p_facets?: boolean;
          p_kinds?: string[];
          p_levels?: string[];
          p_limit?: number;
          p_locale?: string;
          p_muscles?: string[];
          p_query?: string;
          p_scope?: string;
        };
        Returns: Json;
      };
      search_profiles: { Args: { p_cursor?: string; p_limit?: number; p_query: string }; Returns: Json };
      stage_import: {
        Args: { p_job_id: string; p_lease: string; p_parts: Json; p_report?: Json };
        Returns: Json;
      };
      start_workout: {
        Args: {
          p_enrollment_id?: string;
          p_name?: string;
          p_routine_id?: string;
          p_started_at?: string;
          p_time_zone: string;
          p_workout_id: string;
        };
        Returns: Json;
      };
      step_job: { Args: { p_job_id: string; p_lease: string }; Returns: Json };
      streaks: { Args: { p_on?: string }; Returns: Json };
      strength_ratio: {
        Args: {
          p_exercise_id: string;
          p_formula?: string;
          p_from?: string;
          p_other_exercise_id: string;
          p_to?: string;
        };
        Returns: Json;
      };
      submission_queue: {
        Args: { p_cursor?: string; p_limit?: number; p_status?: string; p_type?: string };
        Returns: Json;
      };
      submit_exercise: { Args: { p_exercise_id: string; p_note?: string }; Returns: Json };
      submit_plan: { Args: { p_note?: string; p_plan_id: string }; Returns: Json };
      sync_pull: {
        Args: { p_cursor?: number; p_migration?: Json; p_page?: string; p_schema_version?: number };
        Returns: Json;
      };
      sync_push: { Args: { p_changes: Json; p_cursor?: number }; Returns: Json };
      take_report: { Args: { p_key: string; p_user_id: string }; Returns: Json };
      unlike_plan: { Args: { p_id: string }; Returns: undefined };
      unpublish_plan: { Args: { p_id: string }; Returns: undefined };
      update_enrollment: { Args: { p_changes: Json; p_enrollment_id: string }; Returns: Json };
      use_access_token: { Args: { p_token: string }; Returns: Json };
      withdraw_consent: { Args: { p_purpose: string }; Returns: Json };
      withdraw_submission: { Args: { p_submission_id: string }; Returns: Json };
      workout_calendar: { Args: { p_from: string; p_to: string }; Returns: Json };
      workout_card: { Args: { p_workout_id: string }; Returns: Json };
      workout_events: { Args: { p_cursor?: string; p_limit?: number; p_user_id: string }; Returns: Json };
      workout_history: {
        Args: {
          p_cursor?: string;
          p_exercise_id?: string;
          p_from?: string;
          p_limit?: number;
          p_query?: string;
          p_to?: string;
        };
        Returns: Json;
      };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {},
  },
} as const;
